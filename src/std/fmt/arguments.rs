// What a format string was compiled to.

use super::formatter::{FLAG_PRECISION, FLAG_WIDTH};
use super::{Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, Result, UpperExp, UpperHex, Write};

/// A format string with its arguments, not yet turned into text.
#[lang = "format_arguments"]
#[derive(Copy, Clone)]
pub struct Arguments<'a> {
    pieces: &'a [&'static str],
    args: &'a [Argument<'a>],
    specs: &'a [Spec],
}

/// A value and the function that formats it; or a number that is a width or a precision.
#[lang = "format_argument"]
#[derive(Copy, Clone)]
pub struct Argument<'a> {
    value: *const (),
    show: fn(*const (), &mut Formatter<'_>) -> Result,
    count: usize,
    marker: crate::marker::PhantomData<&'a ()>,
}

impl !Send for Arguments<'_> {}
impl !Sync for Arguments<'_> {}

/// How one placeholder wants its argument.
#[lang = "format_spec"]
#[derive(Copy, Clone)]
pub struct Spec {
    position: usize,
    fill: char,
    align: u8,
    flags: u32,
    precision_kind: u8,
    precision: usize,
    width_kind: u8,
    width: usize,
}

impl Spec {
    /// `align`: 0 left, 1 right, 2 center, 3 none. `flags`: 1 `+`, 2 `-`, 4 `#`, 8 `0`, 16 `x?`, 32 `X?`.
    /// Kinds of precision and width: 0 none, 1 a number, 2 the position of an argument.
    #[lang = "format_spec_new"]
    pub const fn new(
        position: usize,
        fill: char,
        align: u8,
        flags: u32,
        precision_kind: u8,
        precision: usize,
        width_kind: u8,
        width: usize,
    ) -> Spec {
        Spec { position, fill, align, flags, precision_kind, precision, width_kind, width }
    }
}

macro_rules! constructors {
    ($($lang:literal $new:ident $show:ident $Trait:ident;)*) => {
        $(
            fn $show<T: $Trait>(value: *const (), f: &mut Formatter<'_>) -> Result {
                unsafe { (*(value as *const T)).fmt(f) }
            }
        )*

        impl<'a> Argument<'a> {
            $(
                #[lang = $lang]
                pub const fn $new<T: $Trait>(x: &'a T) -> Argument<'a> {
                    Argument { value: x as *const T as *const (), show: $show::<T>, count: 0, marker: crate::marker::PhantomData }
                }
            )*
        }
    };
}
constructors! {
    "format_argument_new_display" new_display show_display Display;
    "format_argument_new_debug" new_debug show_debug Debug;
    "format_argument_new_lower_hex" new_lower_hex show_lower_hex LowerHex;
    "format_argument_new_upper_hex" new_upper_hex show_upper_hex UpperHex;
    "format_argument_new_octal" new_octal show_octal Octal;
    "format_argument_new_binary" new_binary show_binary Binary;
    "format_argument_new_lower_exp" new_lower_exp show_lower_exp LowerExp;
    "format_argument_new_upper_exp" new_upper_exp show_upper_exp UpperExp;
    "format_argument_new_pointer" new_pointer show_pointer Pointer;
}

impl<'a> Argument<'a> {
    #[lang = "format_argument_from_usize"]
    pub const fn from_usize(x: &'a usize) -> Argument<'a> {
        Argument { value: x as *const usize as *const (), show: show_display::<usize>, count: *x, marker: crate::marker::PhantomData }
    }
}

impl<'a> Arguments<'a> {
    #[lang = "format_arguments_new"]
    pub const fn new(pieces: &'a [&'static str], args: &'a [Argument<'a>], specs: &'a [Spec]) -> Arguments<'a> {
        Arguments { pieces, args, specs }
    }

    /// The text, if there are no placeholders.
    pub const fn as_str(&self) -> Option<&'static str> {
        match (self.pieces, self.specs) {
            ([], []) => Some(""),
            ([text], []) => Some(*text),
            _ => None,
        }
    }

    pub(super) fn write_to(&self, output: &mut dyn Write) -> Result {
        let mut i = 0;
        while i < self.specs.len() {
            let piece = self.pieces[i];
            if !piece.is_empty() {
                output.write_str(piece)?;
            }
            let spec = &self.specs[i];
            let argument = &self.args[spec.position];
            let mut f = Formatter::plain(output);
            self.configure(spec, &mut f);
            (argument.show)(argument.value, &mut f)?;
            i += 1;
        }
        if i < self.pieces.len() { output.write_str(self.pieces[i]) } else { Ok(()) }
    }

    fn configure(&self, spec: &Spec, f: &mut Formatter<'_>) {
        f.fill = spec.fill;
        f.align = spec.align;
        f.flags = spec.flags;
        match spec.width_kind {
            0 => {}
            1 => f.set_width(spec.width),
            _ => f.set_width(self.args[spec.width].count),
        }
        match spec.precision_kind {
            0 => {}
            1 => f.set_precision(spec.precision),
            _ => f.set_precision(self.args[spec.precision].count),
        }
    }
}

impl Formatter<'_> {
    fn set_width(&mut self, width: usize) {
        self.width = width;
        self.flags |= FLAG_WIDTH;
    }

    fn set_precision(&mut self, precision: usize) {
        self.precision = precision;
        self.flags |= FLAG_PRECISION;
    }
}

impl Display for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.write_to(f.output())
    }
}
impl Debug for Arguments<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.write_to(f.output())
    }
}
