// Errors of input and output.

use crate::error;
use crate::fmt;

/// What input and output give back.
pub type Result<T> = crate::result::Result<T, Error>;

/// What went wrong: a kind, and perhaps an error of the program's own.
pub struct Error {
    kind: ErrorKind,
    message: Option<&'static str>,
    error: Option<Box<dyn error::Error + Send + Sync>>,
}

macro_rules! kinds {
    ($($Kind:ident $text:literal;)*) => {
        /// Kinds of errors.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum ErrorKind {
            $($Kind,)*
        }

        impl ErrorKind {
            fn text(self) -> &'static str {
                match self {
                    $(ErrorKind::$Kind => $text,)*
                }
            }
        }
    };
}
kinds! {
    NotFound "entity not found";
    PermissionDenied "permission denied";
    ConnectionRefused "connection refused";
    ConnectionReset "connection reset";
    ConnectionAborted "connection aborted";
    NotConnected "not connected";
    AddrInUse "address in use";
    AddrNotAvailable "address not available";
    BrokenPipe "broken pipe";
    AlreadyExists "entity already exists";
    WouldBlock "operation would block";
    InvalidInput "invalid input parameter";
    InvalidData "invalid data";
    TimedOut "timed out";
    WriteZero "write zero";
    StorageFull "no storage space";
    ResourceBusy "resource busy";
    Deadlock "deadlock";
    Interrupted "operation interrupted";
    Unsupported "unsupported";
    UnexpectedEof "unexpected end of file";
    OutOfMemory "out of memory";
    Other "other error";
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl Error {
    /// An error of a kind, with an error or a message of the program's own.
    pub fn new<E: Into<Box<dyn error::Error + Send + Sync>>>(kind: ErrorKind, error: E) -> Error {
        Error { kind, message: None, error: Some(error.into()) }
    }

    /// An error of kind `Other`.
    pub fn other<E: Into<Box<dyn error::Error + Send + Sync>>>(error: E) -> Error {
        Error::new(ErrorKind::Other, error)
    }

    pub(crate) const fn simple(kind: ErrorKind, message: &'static str) -> Error {
        Error { kind, message: Some(message), error: None }
    }

    /// The kind of error.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    pub fn raw_os_error(&self) -> Option<i32> {
        None
    }

    pub fn get_ref(&self) -> Option<&(dyn error::Error + Send + Sync + 'static)> {
        match &self.error {
            Some(error) => Some(&**error),
            None => None,
        }
    }

    pub fn get_mut(&mut self) -> Option<&mut (dyn error::Error + Send + Sync + 'static)> {
        match &mut self.error {
            Some(error) => Some(&mut **error),
            None => None,
        }
    }

    pub fn downcast<E: error::Error + Send + Sync + 'static>(self) -> crate::result::Result<E, Self> {
        match self.error {
            Some(error) if error.is::<E>() => match error.downcast::<E>() {
                Ok(error) => Ok(*error),
                Err(error) => Err(Error { kind: self.kind, message: self.message, error: Some(error) }),
            },
            error => Err(Error { kind: self.kind, message: self.message, error }),
        }
    }

    pub fn into_inner(self) -> Option<Box<dyn error::Error + Send + Sync>> {
        self.error
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Error {
        Error { kind, message: None, error: None }
    }
}
impl From<crate::collections::TryReserveError> for Error {
    fn from(_error: crate::collections::TryReserveError) -> Error {
        ErrorKind::OutOfMemory.into()
    }
}
impl From<crate::fmt::Error> for Error {
    fn from(_error: crate::fmt::Error) -> Error {
        Error::simple(ErrorKind::Other, "formatter error")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.error, self.message) {
            (Some(error), _) => fmt::Display::fmt(error, f),
            (None, Some(message)) => f.write_str(message),
            (None, None) => f.write_str(self.kind.text()),
        }
    }
}
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.error, self.message) {
            (Some(error), _) => f.debug_struct("Custom").field("kind", &self.kind).field("error", error).finish(),
            (None, Some(message)) => f.debug_struct("Error").field("kind", &self.kind).field("message", &message).finish(),
            (None, None) => f.debug_tuple("Kind").field(&self.kind).finish(),
        }
    }
}
impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.error {
            Some(error) => error.source(),
            None => None,
        }
    }
}
