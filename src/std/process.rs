// The end of the process.
//
// Not modelled: starting other processes.

use crate::fmt;
use crate::intrinsics;

/// Ends the process now, with this exit code. No destructor runs.
pub fn exit(code: i32) -> ! {
    intrinsics::exit(code)
}

/// Kills the process.
pub fn abort() -> ! {
    intrinsics::abort()
}

/// A made-up process id.
pub fn id() -> u32 {
    1
}

/// What `main` may return: how the process ends.
#[lang = "termination"]
#[lockstep::unimplemented = "`main` has invalid return type `{Self}`"]
#[lockstep::unimplemented_label = "`main` can only return types that implement `Termination`"]
pub trait Termination {
    /// The exit code that the value stands for.
    fn report(self) -> ExitCode;
}

/// The code with which the process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ExitCode(u8);

impl ExitCode {
    pub const SUCCESS: ExitCode = ExitCode(0);
    pub const FAILURE: ExitCode = ExitCode(1);

    pub(crate) fn code(self) -> i32 {
        self.0 as i32
    }

    pub fn exit_process(self) -> ! {
        exit(self.code())
    }
}

impl From<u8> for ExitCode {
    fn from(code: u8) -> Self {
        ExitCode(code)
    }
}

impl Termination for () {
    fn report(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}
impl Termination for ! {
    fn report(self) -> ExitCode {
        self
    }
}
impl Termination for crate::convert::Infallible {
    fn report(self) -> ExitCode {
        match self {}
    }
}
impl Termination for ExitCode {
    fn report(self) -> ExitCode {
        self
    }
}
impl<T: Termination, E: fmt::Debug> Termination for Result<T, E> {
    fn report(self) -> ExitCode {
        match self {
            Ok(value) => value.report(),
            Err(err) => {
                let mut text = String::from("Error: ");
                let _ = fmt::write_debug(&mut text, &err);
                text.push_str("\n");
                intrinsics::panic_print(&text);
                ExitCode::FAILURE
            }
        }
    }
}
