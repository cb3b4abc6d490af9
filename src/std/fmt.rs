// Formatting: `format_args!` gives an `Arguments`, and `write` hands each placeholder to the trait it names.
//
// `Arguments::new` takes the literal text before each placeholder (and behind the last), the arguments, and one `Spec` per
// placeholder. Builders for `{:?}` are in fmt/builders.rs, text and scalars in fmt/text.rs, numbers in fmt/int.rs and
// fmt/float.rs, the rest in fmt/impls.rs.

mod arguments;
mod builders;
mod float;
mod formatter;
mod impls;
mod int;
mod text;

pub use self::arguments::{Argument, Arguments, Spec};
pub use self::builders::{DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple, FromFn, from_fn};
pub use self::formatter::{Alignment, Formatter};

/// `{}`: for people.
#[lang = "format_display"]
#[lockstep::unimplemented = "`{Self}` doesn't implement `std::fmt::Display`"]
#[lockstep::unimplemented_label = "`{Self}` cannot be formatted with the default formatter"]
pub trait Display {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;

    /// `to_string` in one go, for types whose text is at hand.
    fn to_text(&self) -> String {
        let mut text = String::new();
        let mut f = Formatter::plain(&mut text);
        match self.fmt(&mut f) {
            Ok(()) => text,
            Err(_) => crate::rt::panic_display("a Display implementation returned an error unexpectedly: Error"),
        }
    }
}

/// `{:?}`: for programmers. Usually derived.
#[lang = "format_debug"]
#[lockstep::unimplemented = "`{Self}` doesn't implement `Debug`"]
#[lockstep::unimplemented_label = "`{Self}` cannot be formatted using `{:?}` because it doesn't implement `Debug`"]
pub trait Debug {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}

macro_rules! number_traits {
    ($($(#[doc = $doc:literal])* $lang:literal $Name:ident;)*) => { $(
        $(#[doc = $doc])*
        #[lang = $lang]
        pub trait $Name {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result;
        }
    )* };
}
number_traits! {
    /// `{:x}`
    "format_lower_hex" LowerHex;
    /// `{:X}`
    "format_upper_hex" UpperHex;
    /// `{:o}`
    "format_octal" Octal;
    /// `{:b}`
    "format_binary" Binary;
    /// `{:e}`
    "format_lower_exp" LowerExp;
    /// `{:E}`
    "format_upper_exp" UpperExp;
    /// `{:p}`
    "format_pointer" Pointer;
}

/// What formatting gives back.
pub type Result = crate::result::Result<(), Error>;

/// Formatting failed; there is nothing more to say about it.
#[derive(Copy, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Error;

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("an error occurred when formatting an argument")
    }
}

/// Something that takes in text.
pub trait Write {
    /// Takes in a piece of text.
    fn write_str(&mut self, s: &str) -> Result;

    /// Takes in a char.
    fn write_char(&mut self, c: char) -> Result {
        self.write_str(c.encode_utf8(&mut [0; 4]))
    }

    /// Takes in formatted text; what `write!` calls.
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result
    where
        Self: Sized,
    {
        write(self, args)
    }
}

impl<W: Write + ?Sized> Write for &mut W {
    fn write_str(&mut self, s: &str) -> Result {
        (**self).write_str(s)
    }
    fn write_char(&mut self, c: char) -> Result {
        (**self).write_char(c)
    }
}

impl dyn Write + '_ {
    pub fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        write(self, args)
    }
}

/// The text of some arguments.
pub fn format(args: Arguments<'_>) -> String {
    if let Some(fixed) = args.as_str() {
        return String::from(fixed);
    }
    let mut text = String::new();
    if write(&mut text, args).is_err() {
        crate::rt::panic_display("a formatting trait implementation returned an error when the underlying stream did not");
    }
    text
}

/// Writes the text of some arguments.
pub fn write(output: &mut dyn Write, args: Arguments<'_>) -> Result {
    args.write_to(output)
}

/// Writes `value` as `{:?}` does.
pub(crate) fn write_debug<T: Debug + ?Sized>(output: &mut dyn Write, value: &T) -> Result {
    value.fmt(&mut Formatter::plain(output))
}

/// Text that `{:?}` shows as it is.
pub(crate) struct Verbatim(pub &'static str);

impl Debug for Verbatim {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.0)
    }
}
