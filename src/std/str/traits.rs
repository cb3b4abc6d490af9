// What text is as a value: comparing, parsing.

use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;

/// Types that `parse` can read out of text.
pub trait FromStr: Sized {
    type Err;
    /// Reads a value out of the whole text.
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

/// A text is neither `true` nor `false`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseBoolError;

impl fmt::Display for ParseBoolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("provided string was not `true` or `false`")
    }
}

impl FromStr for bool {
    type Err = ParseBoolError;
    fn from_str(s: &str) -> Result<bool, ParseBoolError> {
        match s {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ParseBoolError),
        }
    }
}

impl PartialEq for str {
    fn eq(&self, other: &str) -> bool {
        intrinsics::bytes_eq(self.as_bytes(), other.as_bytes())
    }
}
impl Eq for str {}
impl PartialOrd for str {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for str {
    fn cmp(&self, other: &str) -> Ordering {
        intrinsics::bytes_compare(self.as_bytes(), other.as_bytes()).cmp(&0)
    }
}
