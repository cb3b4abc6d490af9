// Standard output and standard error.
//
// `print!` takes stdout's re-entrant lock, formats (which may call anything), and gives it back. Where nothing visible happens
// in between, that is one step. Text is buffered by lines, as std does it: what stands behind the last newline is lost
// when the process is killed.
//
// Follows: std::io::Stdout. Not modelled: stderr has no lock; lines longer than the buffer; errors of writing.

use crate::fmt;
use crate::io::{self, Write};
use crate::panic::{RefUnwindSafe, UnwindSafe};
use crate::sync::Handle;

mod sys {
    #[lockstep::primitive = "stdout.new"]
    pub const fn new() -> usize;
    /// Waits until no other thread holds stdout.
    #[lockstep::primitive = "stdout.lock"]
    pub fn lock(stdout: usize);
    #[lockstep::primitive = "stdout.unlock"]
    pub fn unlock(stdout: usize);
    /// The calling thread holds the lock.
    #[lockstep::primitive = "stdout.write"]
    pub fn write(stdout: usize, bytes: &[u8]);
    #[lockstep::primitive = "stdout.flush"]
    pub fn flush(stdout: usize);
    #[lockstep::primitive = "stderr.write"]
    pub fn write_error(bytes: &[u8]);
}

/// The standard output. Every write takes its lock.
pub struct Stdout {
    handle: &'static Handle,
}

/// The standard output, held by this thread: nobody else can print meanwhile.
#[lockstep::guard = "stdout"]
pub struct StdoutLock<'a> {
    handle: &'a Handle,
    _not_send: crate::marker::PhantomData<*const ()>,
}

/// The standard error.
pub struct Stderr {
    _private: (),
}

/// The standard error, held by this thread.
pub struct StderrLock<'a> {
    _stderr: &'a Stderr,
    _not_send: crate::marker::PhantomData<*const ()>,
}

static STDOUT: Handle = Handle::new(sys::new());
static STDERR: Stderr = Stderr { _private: () };

impl UnwindSafe for Stdout {}
impl RefUnwindSafe for Stdout {}
impl UnwindSafe for StdoutLock<'_> {}
impl RefUnwindSafe for StdoutLock<'_> {}
impl UnwindSafe for Stderr {}
impl RefUnwindSafe for Stderr {}

/// A handle to the standard output.
#[must_use]
pub fn stdout() -> Stdout {
    Stdout { handle: &STDOUT }
}

/// A handle to the standard error.
#[must_use]
pub fn stderr() -> Stderr {
    Stderr { _private: () }
}

/// What `print!` and `println!` call.
pub fn _print(args: fmt::Arguments<'_>) {
    if stdout().lock().write_fmt(args).is_err() {
        panic!("failed printing to stdout: formatter error");
    }
}

/// What `eprint!` and `eprintln!` call.
pub fn _eprint(args: fmt::Arguments<'_>) {
    if STDERR.lock().write_fmt(args).is_err() {
        panic!("failed printing to stderr: formatter error");
    }
}

impl Stdout {
    /// Takes stdout for this thread, until the guard is dropped. A thread may take it several times.
    #[lockstep::waits = "until no other thread holds it"]
    pub fn lock(&self) -> StdoutLock<'static> {
        sys::lock(self.handle.id());
        StdoutLock { handle: self.handle, _not_send: crate::marker::PhantomData }
    }
}

impl Drop for StdoutLock<'_> {
    fn drop(&mut self) {
        sys::unlock(self.handle.id());
    }
}

impl Write for StdoutLock<'_> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        sys::write(self.handle.id(), buf);
        Ok(buf.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        sys::flush(self.handle.id());
        Ok(())
    }
}

impl Write for Stdout {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.lock().write(buf)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.lock().flush()
    }
    fn write_all(&mut self, buf: &[u8]) -> io::Result<()> {
        self.lock().write_all(buf)
    }
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> io::Result<()> {
        self.lock().write_fmt(args)
    }
}

impl Write for &Stdout {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.lock().write(buf)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.lock().flush()
    }
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> io::Result<()> {
        self.lock().write_fmt(args)
    }
}

impl Stderr {
    pub fn lock(&self) -> StderrLock<'static> {
        StderrLock { _stderr: &STDERR, _not_send: crate::marker::PhantomData }
    }
}

impl Write for StderrLock<'_> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        sys::write_error(buf);
        Ok(buf.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Write for Stderr {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.lock().write(buf)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Write for &Stderr {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.lock().write(buf)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Debug for Stdout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stdout").finish_non_exhaustive()
    }
}

impl fmt::Debug for StdoutLock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StdoutLock").finish_non_exhaustive()
    }
}

impl fmt::Debug for Stderr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stderr").finish_non_exhaustive()
    }
}

impl fmt::Debug for StderrLock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StderrLock").finish_non_exhaustive()
    }
}
