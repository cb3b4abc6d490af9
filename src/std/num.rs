// Numbers: methods of the integer types (num/int.rs, num/signed.rs, num/unsigned.rs) and floats (num/float.rs), parsing
// (num/parse.rs), `NonZero` and `Wrapping`.

mod bytes;
mod error;
mod float;
mod int;
mod nonzero;
mod parse;
mod saturating;
mod signed;
mod strict;
mod u8_ascii;
mod unsigned;
mod wrapping;

pub use self::error::{FpCategory, IntErrorKind, ParseFloatError, ParseIntError, TryFromIntError};
pub use self::nonzero::{
    NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64,
    NonZeroU128, NonZeroUsize, ZeroablePrimitive,
};
pub use self::wrapping::{Bounded, Saturating, Wrapping};
