// Where the compiler's own code and std's macros call std to panic.

use crate::fmt;
use crate::panicking;

/// A panic with a fixed message.
#[lang = "panic"]
#[rustc_do_not_const_check]
pub const fn panic(message: &'static str) -> ! {
    panicking::begin(message, Box::new(message))
}

/// A panic whose message was made while running.
#[lang = "panic_string"]
pub fn panic_string(message: &str) -> ! {
    panicking::begin(message, Box::new(String::from(message)))
}

/// What `panic!` with a format string becomes.
#[lang = "panic_fmt"]
#[rustc_do_not_const_check]
pub const fn panic_fmt(args: fmt::Arguments<'_>) -> ! {
    match args.as_str() {
        Some(fixed) => panicking::begin(fixed, Box::new(fixed)),
        None => {
            let message = crate::fmt::format(args);
            panicking::begin_owned(message)
        }
    }
}

/// A panic with any text, `expect` for example.
#[rustc_do_not_const_check]
pub const fn panic_display(message: &str) -> ! {
    panic_string(message)
}

/// `msg: error`
pub fn unwrap_failed(msg: &str, error: &dyn fmt::Debug) -> ! {
    let mut message = String::from(msg);
    message.push_str(": ");
    let _ = fmt::write_debug(&mut message, error);
    panicking::begin_owned(message)
}

/// Which of the two-value assertions failed.
#[derive(Clone, Copy)]
pub enum AssertKind {
    Eq,
    Ne,
    Match,
}

/// What `assert_eq!` and `assert_ne!` do when they fail.
pub fn assert_failed<T, U>(kind: AssertKind, left: &T, right: &U, args: Option<fmt::Arguments<'_>>) -> !
where
    T: fmt::Debug + ?Sized,
    U: fmt::Debug + ?Sized,
{
    let op = match kind {
        AssertKind::Eq => "==",
        AssertKind::Ne => "!=",
        AssertKind::Match => "matches",
    };
    let mut message = String::from("assertion `left ");
    message.push_str(op);
    message.push_str(" right` failed");
    if let Some(args) = args {
        message.push_str(": ");
        let _ = fmt::write(&mut message, args);
    }
    message.push_str("\n  left: ");
    let _ = fmt::write_debug(&mut message, left);
    message.push_str("\n right: ");
    let _ = fmt::write_debug(&mut message, right);
    panicking::begin_owned(message)
}

/// A panic wants to leave a destructor that runs because of another panic.
#[lang = "panic_in_cleanup"]
pub fn panic_in_cleanup() -> ! {
    panicking::abort_in_cleanup()
}

/// `panic!("{}", x)`.
pub fn panic_shown<T: fmt::Display>(x: &T) -> ! {
    panic_fmt(format_args!("{}", *x))
}

/// `unreachable!(x)` before 2021.
pub fn unreachable_shown<T: fmt::Display>(x: &T) -> ! {
    panic_fmt(format_args!("internal error: entered unreachable code: {}", *x))
}

#[lang = "panic_bounds_check"]
pub fn panic_bounds_check(index: usize, len: usize) -> ! {
    let mut message = String::from("index out of bounds: the len is ");
    let _ = fmt::write_debug(&mut message, &len);
    message.push_str(" but the index is ");
    let _ = fmt::write_debug(&mut message, &index);
    panicking::begin_owned(message)
}
