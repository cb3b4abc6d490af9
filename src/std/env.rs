// The process's surroundings: its name is all there is.

use crate::error::Error;
use crate::fmt;

/// The arguments of the process.
#[derive(Debug)]
pub struct Args {
    inner: crate::vec::IntoIter<String>,
}

/// The program's name and nothing behind it.
pub fn args() -> Args {
    Args { inner: crate::vec::from_array([String::from("main")]).into_iter() }
}

impl Iterator for Args {
    type Item = String;
    fn next(&mut self) -> Option<String> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl DoubleEndedIterator for Args {
    fn next_back(&mut self) -> Option<String> {
        self.inner.next_back()
    }
}
impl ExactSizeIterator for Args {}

/// Why an environment variable has no value.
#[derive(Debug, PartialEq, Eq, Clone)]
pub enum VarError {
    NotPresent,
    NotUnicode(String),
}

impl fmt::Display for VarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("environment variable not found")
    }
}
impl Error for VarError {}

/// No variable is set.
pub fn var<K: AsRef<str>>(_key: K) -> Result<String, VarError> {
    Err(VarError::NotPresent)
}
