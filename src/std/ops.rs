// Overloadable operators, one file per family.

mod arith;
mod bit;
mod control_flow;
mod deref;
mod function;
mod index;
mod range;
mod range_bounds;

pub use self::arith::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign};
pub use self::bit::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Shl, ShlAssign, Shr, ShrAssign};
pub use self::control_flow::{ControlFlow, FromResidual, Residual, Try};
pub use self::deref::{CoerceUnsized, Deref, DerefMut, DispatchFromDyn, Drop};
pub use self::function::{Fn, FnMut, FnOnce};
pub use self::index::{Index, IndexMut};
pub use self::range::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
pub use self::range_bounds::{Bound, OneSidedRange, RangeBounds};
