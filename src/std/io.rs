// Input and output: errors, the traits, buffers in memory. Standard output is in stdio.rs.
//
// Not modelled: files; standard input has to be recognised, but reading it ends the run as unsupported.

mod buffered;
mod cursor;
mod error;
mod read;
mod stdin;
mod write;

pub use self::buffered::{BufReader, BufWriter, IntoInnerError, LineWriter};
pub use self::cursor::{Cursor, Empty, Seek, SeekFrom, Sink, empty, sink};
pub use self::error::{Error, ErrorKind, Result};
pub use self::read::{BufRead, Bytes, Lines, Read, Split, Take, read_to_string};
pub use self::stdin::{Stdin, StdinLock, stdin};
pub use self::write::Write;
pub use crate::stdio::*;

pub mod prelude {
    pub use super::{BufRead, Read, Seek, Write};
}

/// Whether a stream is a terminal: never.
pub trait IsTerminal {
    fn is_terminal(&self) -> bool;
}

impl IsTerminal for Stdout {
    fn is_terminal(&self) -> bool {
        false
    }
}
impl IsTerminal for Stderr {
    fn is_terminal(&self) -> bool {
        false
    }
}
impl IsTerminal for Stdin {
    fn is_terminal(&self) -> bool {
        false
    }
}
