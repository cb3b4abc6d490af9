// Iterators: the traits (iter/iterator.rs, iter/double_ended.rs, iter/collect.rs), the adaptors that make one iterator
// out of another, and iterators out of nothing (iter/sources.rs) and out of ranges (iter/range.rs).
//
// Consumers are plain loops over `next`, which keeps calls few on the machine; what an adaptor does in which order is as
// in the real one, so closures with side effects run alike.

mod accum;
mod adapters;
mod chain;
mod collect;
mod compare;
mod cycle;
mod double_ended;
mod enumerate;
mod flatten;
mod iterator;
mod map;
mod peekable;
mod range;
mod shunt;
mod skip;
mod sources;
mod step_by;
mod take;
mod zip;

pub use self::accum::{Product, Sum};
pub use self::adapters::{Cloned, Copied, Fuse, Inspect, Rev, Scan};
pub use self::chain::{Chain, chain};
pub use self::collect::{Extend, FromIterator, FusedIterator, IntoIterator};
pub use self::cycle::Cycle;
pub use self::double_ended::{DoubleEndedIterator, ExactSizeIterator};
pub use self::enumerate::Enumerate;
pub use self::flatten::{FlatMap, Flatten};
pub use self::iterator::Iterator;
pub use self::map::{Filter, FilterMap, Map, MapWhile};
pub use self::peekable::Peekable;
pub use self::range::Step;
pub(crate) use self::shunt::Shunt;
pub use self::skip::{Skip, SkipWhile};
pub use self::sources::{
    Empty, FromFn, Once, OnceWith, Repeat, RepeatN, RepeatWith, Successors, empty, from_fn, once, once_with, repeat, repeat_n,
    repeat_with, successors,
};
pub use self::step_by::StepBy;
pub use self::take::{Take, TakeWhile};
pub use self::zip::{Zip, zip};
