// Standard input: nothing is typed, so that every read is at its end.
//
// Follows: std::io::stdin with an empty input. Not modelled: the lock that `Stdin` and `StdinLock` share, which nobody holds
// for long where there is nothing to wait for.

use super::{BufRead, Lines, Read, Result};

/// The standard input.
#[derive(Debug)]
pub struct Stdin {
    _private: (),
}

/// The standard input, held by this thread.
#[derive(Debug)]
pub struct StdinLock<'a> {
    _marker: crate::marker::PhantomData<&'a ()>,
}

/// A guard: it stays in its thread and goes at the end of its scope.
impl !Send for StdinLock<'_> {}

impl Drop for StdinLock<'_> {
    fn drop(&mut self) {}
}

/// The standard input. Here it is empty.
#[lockstep::assumes = "input"]
pub fn stdin() -> Stdin {
    Stdin { _private: () }
}

impl Stdin {
    pub fn lock(&self) -> StdinLock<'static> {
        StdinLock { _marker: crate::marker::PhantomData }
    }

    /// Reads a line, with its end; 0 where the input ends.
    pub fn read_line(&self, _buf: &mut String) -> Result<usize> {
        Ok(0)
    }

    /// The lines that are left.
    pub fn lines(self) -> Lines<StdinLock<'static>> {
        self.lock().lines()
    }
}
impl Read for Stdin {
    fn read(&mut self, _buf: &mut [u8]) -> Result<usize> {
        Ok(0)
    }
}
impl Read for &Stdin {
    fn read(&mut self, _buf: &mut [u8]) -> Result<usize> {
        Ok(0)
    }
}
impl Read for StdinLock<'_> {
    fn read(&mut self, _buf: &mut [u8]) -> Result<usize> {
        Ok(0)
    }
}
impl BufRead for StdinLock<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(&[])
    }
    fn consume(&mut self, _amt: usize) {}
}
