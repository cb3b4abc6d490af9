// Buffers in front of readers and writers.

use super::{BufRead, Error, Read, Result, Write};
use crate::fmt;
use crate::ops::Drop;

/// A reader with a buffer.
pub struct BufReader<R: ?Sized> {
    buf: Vec<u8>,
    at: usize,
    inner: R,
}

impl<R: Read> BufReader<R> {
    pub fn new(inner: R) -> BufReader<R> {
        BufReader { buf: Vec::new(), at: 0, inner }
    }

    pub fn with_capacity(_capacity: usize, inner: R) -> BufReader<R> {
        BufReader::new(inner)
    }

    pub fn get_ref(&self) -> &R {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    pub fn into_inner(self) -> R {
        self.inner
    }
}
impl<R: Read> Read for BufReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let n = self.fill_buf()?.read(buf)?;
        self.consume(n);
        Ok(n)
    }
}
impl<R: Read> BufRead for BufReader<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.at == self.buf.len() {
            self.buf.resize(1024, 0);
            let n = self.inner.read(&mut self.buf)?;
            self.buf.truncate(n);
            self.at = 0;
        }
        Ok(&self.buf[self.at..])
    }
    fn consume(&mut self, amt: usize) {
        self.at += amt;
    }
}
impl<R: fmt::Debug> fmt::Debug for BufReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufReader").field("reader", &self.inner).finish_non_exhaustive()
    }
}

/// A writer with a buffer; dropping it writes what is left.
pub struct BufWriter<W: Write> {
    buf: Vec<u8>,
    capacity: usize,
    inner: Option<W>,
}

impl<W: Write> BufWriter<W> {
    pub fn new(inner: W) -> BufWriter<W> {
        BufWriter::with_capacity(8192, inner)
    }

    pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {
        BufWriter { buf: Vec::new(), capacity, inner: Some(inner) }
    }

    fn writer(&mut self) -> &mut W {
        match &mut self.inner {
            Some(inner) => inner,
            None => unsafe { crate::hint::unreachable_unchecked() },
        }
    }

    fn flush_buf(&mut self) -> Result<()> {
        let buf = crate::mem::take(&mut self.buf);
        self.writer().write_all(&buf)
    }

    pub fn get_ref(&self) -> &W {
        match &self.inner {
            Some(inner) => inner,
            None => unsafe { crate::hint::unreachable_unchecked() },
        }
    }

    pub fn buffer(&self) -> &[u8] {
        &self.buf
    }

    pub fn into_inner(mut self) -> crate::result::Result<W, IntoInnerError<BufWriter<W>>> {
        if let Err(error) = self.flush_buf() {
            return Err(IntoInnerError(self, error));
        }
        match self.inner.take() {
            Some(inner) => Ok(inner),
            None => unsafe { crate::hint::unreachable_unchecked() },
        }
    }
}

/// A buffered writer that could not be flushed, and why.
#[derive(Debug)]
pub struct IntoInnerError<W>(W, Error);

impl<W> IntoInnerError<W> {
    pub fn error(&self) -> &Error {
        &self.1
    }

    pub fn into_error(self) -> Error {
        self.1
    }

    pub fn into_inner(self) -> W {
        self.0
    }

    pub fn into_parts(self) -> (Error, W) {
        (self.1, self.0)
    }
}
impl<W> From<IntoInnerError<W>> for Error {
    fn from(error: IntoInnerError<W>) -> Error {
        error.1
    }
}
impl<W> fmt::Display for IntoInnerError<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.1, f)
    }
}
impl<W: Send + fmt::Debug> crate::error::Error for IntoInnerError<W> {}
impl<W: Write> Write for BufWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        if self.buf.len() + buf.len() > self.capacity {
            self.flush_buf()?;
        }
        if buf.len() >= self.capacity {
            return self.writer().write(buf);
        }
        self.buf.extend_from_slice(buf);
        Ok(buf.len())
    }
    fn flush(&mut self) -> Result<()> {
        self.flush_buf()?;
        self.writer().flush()
    }
}
impl<W: Write> Drop for BufWriter<W> {
    fn drop(&mut self) {
        if self.inner.is_some() && !crate::panicking::panicking() {
            let _ = self.flush_buf();
        }
    }
}
impl<W: Write + fmt::Debug> fmt::Debug for BufWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufWriter").field("writer", self.get_ref()).finish_non_exhaustive()
    }
}

/// A writer that is flushed at every end of a line.
#[derive(Debug)]
pub struct LineWriter<W: Write> {
    inner: BufWriter<W>,
}

impl<W: Write> LineWriter<W> {
    pub fn new(inner: W) -> LineWriter<W> {
        LineWriter { inner: BufWriter::with_capacity(1024, inner) }
    }
}
impl<W: Write> Write for LineWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.inner.write_all(buf)?;
        if buf.contains(&b'\n') {
            self.inner.flush()?;
        }
        Ok(buf.len())
    }
    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}
