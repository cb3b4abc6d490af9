// Standard input: known by name, never read.

use super::{BufRead, Lines, Read, Result};
use crate::intrinsics;

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

pub fn stdin() -> Stdin {
    Stdin { _private: () }
}

impl Stdin {
    pub fn lock(&self) -> StdinLock<'static> {
        StdinLock { _marker: crate::marker::PhantomData }
    }

    /// Reads a line. Not modelled.
    pub fn read_line(&self, _buf: &mut String) -> Result<usize> {
        intrinsics::unsupported("reading standard input")
    }

    pub fn lines(self) -> Lines<StdinLock<'static>> {
        self.lock().lines()
    }
}
impl Read for Stdin {
    fn read(&mut self, _buf: &mut [u8]) -> Result<usize> {
        intrinsics::unsupported("reading standard input")
    }
}
impl Read for StdinLock<'_> {
    fn read(&mut self, _buf: &mut [u8]) -> Result<usize> {
        intrinsics::unsupported("reading standard input")
    }
}
impl BufRead for StdinLock<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        intrinsics::unsupported("reading standard input")
    }
    fn consume(&mut self, _amt: usize) {}
}
