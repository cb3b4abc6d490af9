// Builders for `{:?}` and `{:#?}`.
//
// In the pretty form every field is written through a filter that indents each line by four spaces.

use super::{Debug, Formatter, Result, Write};

/// Indents what is written: `fresh` says that a new line has begun.
struct Indent<'a> {
    output: &'a mut dyn Write,
    fresh: bool,
}

impl Write for Indent<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        for line in s.split_inclusive('\n') {
            if self.fresh {
                self.output.write_str("    ")?;
            }
            self.fresh = line.ends_with('\n');
            self.output.write_str(line)?;
        }
        Ok(())
    }
}

/// Lets `write` write one entry of a pretty form on lines of its own.
fn indented(fmt: &mut Formatter<'_>, write: impl FnOnce(&mut Formatter<'_>) -> Result) -> Result {
    let (fill, align, flags, width, precision) = (fmt.fill, fmt.align, fmt.flags, fmt.width, fmt.precision);
    let mut indent = Indent { output: fmt.output(), fresh: true };
    let mut inner = Formatter::plain(&mut indent);
    inner.fill = fill;
    inner.align = align;
    inner.flags = flags;
    inner.width = width;
    inner.precision = precision;
    write(&mut inner)?;
    inner.write_str(",\n")
}

/// Made by `Formatter::debug_struct`.
pub struct DebugStruct<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

impl<'a, 'b: 'a> DebugStruct<'a, 'b> {
    pub(super) fn new(fmt: &'a mut Formatter<'b>, name: &str) -> Self {
        let result = fmt.write_str(name);
        DebugStruct { fmt, result, has_fields: false }
    }

    /// Adds a field.
    pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self {
        self.field_with(name, |f| value.fmt(f))
    }

    pub fn field_with<F: FnOnce(&mut Formatter<'_>) -> Result>(&mut self, name: &str, value: F) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_field(name, value);
        }
        self.has_fields = true;
        self
    }

    fn write_field<F: FnOnce(&mut Formatter<'_>) -> Result>(&mut self, name: &str, value: F) -> Result {
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str(" {\n")?;
            }
            return indented(self.fmt, |f| {
                f.write_str(name)?;
                f.write_str(": ")?;
                value(f)
            });
        }
        self.fmt.write_str(if self.has_fields { ", " } else { " { " })?;
        self.fmt.write_str(name)?;
        self.fmt.write_str(": ")?;
        value(self.fmt)
    }

    /// Ends with `..`: there are fields that are not shown.
    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.result?;
        let end = match (self.has_fields, self.fmt.alternate()) {
            (true, true) => "    ..\n}",
            (true, false) => ", .. }",
            (false, _) => " { .. }",
        };
        self.result = self.fmt.write_str(end);
        self.result
    }

    pub fn finish(&mut self) -> Result {
        if self.has_fields && self.result.is_ok() {
            self.result = self.fmt.write_str(if self.fmt.alternate() { "}" } else { " }" });
        }
        self.result
    }
}

/// Made by `Formatter::debug_tuple`.
pub struct DebugTuple<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    fields: usize,
    empty_name: bool,
}

impl<'a, 'b: 'a> DebugTuple<'a, 'b> {
    pub(super) fn new(fmt: &'a mut Formatter<'b>, name: &str) -> Self {
        let result = fmt.write_str(name);
        DebugTuple { fmt, result, fields: 0, empty_name: name.is_empty() }
    }

    /// Adds a field.
    pub fn field(&mut self, value: &dyn Debug) -> &mut Self {
        self.field_with(|f| value.fmt(f))
    }

    pub fn field_with<F: FnOnce(&mut Formatter<'_>) -> Result>(&mut self, value: F) -> &mut Self {
        if self.result.is_ok() {
            self.result = self.write_field(value);
        }
        self.fields += 1;
        self
    }

    fn write_field<F: FnOnce(&mut Formatter<'_>) -> Result>(&mut self, value: F) -> Result {
        if self.fmt.alternate() {
            if self.fields == 0 {
                self.fmt.write_str("(\n")?;
            }
            return indented(self.fmt, value);
        }
        self.fmt.write_str(if self.fields == 0 { "(" } else { ", " })?;
        value(self.fmt)
    }

    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.result?;
        let end = match (self.fields > 0, self.fmt.alternate()) {
            (true, true) => "    ..\n)",
            (true, false) => ", ..)",
            (false, _) => "(..)",
        };
        self.result = self.fmt.write_str(end);
        self.result
    }

    pub fn finish(&mut self) -> Result {
        if self.fields > 0 && self.result.is_ok() {
            if self.fields == 1 && self.empty_name && !self.fmt.alternate() {
                self.result = self.fmt.write_str(",");
                self.result?;
            }
            self.result = self.fmt.write_str(")");
        }
        self.result
    }
}

/// Entries between brackets.
struct Entries<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}

impl<'a, 'b: 'a> Entries<'a, 'b> {
    fn new(fmt: &'a mut Formatter<'b>, open: &str) -> Self {
        let result = fmt.write_str(open);
        Entries { fmt, result, has_fields: false }
    }

    fn entry<F: FnOnce(&mut Formatter<'_>) -> Result>(&mut self, entry: F) {
        if self.result.is_ok() {
            self.result = self.write_entry(entry);
        }
        self.has_fields = true;
    }

    fn write_entry<F: FnOnce(&mut Formatter<'_>) -> Result>(&mut self, entry: F) -> Result {
        if self.fmt.alternate() {
            if !self.has_fields {
                self.fmt.write_str("\n")?;
            }
            return indented(self.fmt, entry);
        }
        if self.has_fields {
            self.fmt.write_str(", ")?;
        }
        entry(self.fmt)
    }

    fn finish(&mut self, close: &str) -> Result {
        self.result?;
        self.result = self.fmt.write_str(close);
        self.result
    }

    fn finish_non_exhaustive(&mut self, close: &str) -> Result {
        self.result?;
        let dots = match (self.has_fields, self.fmt.alternate()) {
            (true, true) => "    ..\n",
            (true, false) => ", ..",
            (false, _) => "..",
        };
        self.fmt.write_str(dots)?;
        self.finish(close)
    }
}

macro_rules! sequence_builders {
    ($($(#[$doc:meta])* $Name:ident $open:literal $close:literal;)*) => { $(
        $(#[$doc])*
        pub struct $Name<'a, 'b: 'a> {
            inner: Entries<'a, 'b>,
        }

        impl<'a, 'b: 'a> $Name<'a, 'b> {
            pub(super) fn new(fmt: &'a mut Formatter<'b>) -> Self {
                $Name { inner: Entries::new(fmt, $open) }
            }

            /// Adds an entry.
            pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self {
                self.inner.entry(|f| entry.fmt(f));
                self
            }

            pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self {
                for entry in entries {
                    self.inner.entry(|f| entry.fmt(f));
                }
                self
            }

            pub fn finish(&mut self) -> Result {
                self.inner.finish($close)
            }

            pub fn finish_non_exhaustive(&mut self) -> Result {
                self.inner.finish_non_exhaustive($close)
            }
        }
    )* };
}
sequence_builders! {
    /// Made by `Formatter::debug_list`.
    DebugList "[" "]";
    /// Made by `Formatter::debug_set`.
    DebugSet "{" "}";
}

/// Made by `Formatter::debug_map`.
pub struct DebugMap<'a, 'b: 'a> {
    inner: Entries<'a, 'b>,
    /// A key whose value has not come yet, in the pretty form.
    key: String,
}

impl<'a, 'b: 'a> DebugMap<'a, 'b> {
    pub(super) fn new(fmt: &'a mut Formatter<'b>) -> Self {
        DebugMap { inner: Entries::new(fmt, "{"), key: String::new() }
    }

    /// Adds a key and its value.
    pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self {
        self.inner.entry(|f| {
            key.fmt(f)?;
            f.write_str(": ")?;
            value.fmt(f)
        });
        self
    }

    pub fn key(&mut self, key: &dyn Debug) -> &mut Self {
        self.key.clear();
        let mut f = self.inner.fmt.redirect(&mut self.key);
        if key.fmt(&mut f).is_err() {
            self.inner.result = Err(super::Error);
        }
        self
    }

    pub fn value(&mut self, value: &dyn Debug) -> &mut Self {
        let key = crate::mem::take(&mut self.key);
        self.inner.entry(|f| {
            f.write_str(&key)?;
            f.write_str(": ")?;
            value.fmt(f)
        });
        self
    }

    pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self {
        for (k, v) in entries {
            self.entry(&k, &v);
        }
        self
    }

    pub fn finish(&mut self) -> Result {
        self.inner.finish("}")
    }

    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.inner.finish_non_exhaustive("}")
    }
}

/// Made by `from_fn`.
pub struct FromFn<F>(F);

/// A value that formats itself by calling `f`.
pub const fn from_fn<F: Fn(&mut Formatter<'_>) -> Result>(f: F) -> FromFn<F> {
    FromFn(f)
}
impl<F: Fn(&mut Formatter<'_>) -> Result> Debug for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}
impl<F: Fn(&mut Formatter<'_>) -> Result> super::Display for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}
