// Where std's items really live: `type_name` says `alloc::vec::Vec`, not `std::vec::Vec`.
//
// A public path belongs to the crate of its first module; items whose defining module is deeper are listed one by one.

const CORE = new Set([
  "any",
  "array",
  "ascii",
  "cell",
  "char",
  "clone",
  "cmp",
  "convert",
  "default",
  "error",
  "fmt",
  "future",
  "hash",
  "hint",
  "iter",
  "marker",
  "mem",
  "num",
  "ops",
  "option",
  "panic",
  "pin",
  "ptr",
  "result",
  "slice",
  "str",
  "task",
]);

const ALLOC = new Set(["borrow", "boxed", "rc", "string", "vec"]);

const DEEPER = new Map(
  Object.entries({
    "std::cell::OnceCell": "core::cell::once::OnceCell",
    "std::cell::LazyCell": "core::cell::lazy::LazyCell",
    "std::collections::HashMap": "std::collections::hash::map::HashMap",
    "std::collections::HashSet": "std::collections::hash::set::HashSet",
    "std::collections::BTreeMap": "alloc::collections::btree::map::BTreeMap",
    "std::collections::BTreeSet": "alloc::collections::btree::set::BTreeSet",
    "std::collections::VecDeque": "alloc::collections::vec_deque::VecDeque",
    "std::collections::BinaryHeap": "alloc::collections::binary_heap::BinaryHeap",
    "std::collections::LinkedList": "alloc::collections::linked_list::LinkedList",
    "std::time::Duration": "core::time::Duration",
    "std::sync::Arc": "alloc::sync::Arc",
    "std::sync::Weak": "alloc::sync::Weak",
    "std::sync::Mutex": "std::sync::poison::mutex::Mutex",
    "std::sync::MutexGuard": "std::sync::poison::mutex::MutexGuard",
    "std::sync::RwLock": "std::sync::poison::rwlock::RwLock",
    "std::sync::RwLockReadGuard": "std::sync::poison::rwlock::RwLockReadGuard",
    "std::sync::RwLockWriteGuard": "std::sync::poison::rwlock::RwLockWriteGuard",
    "std::sync::Condvar": "std::sync::poison::condvar::Condvar",
    "std::sync::PoisonError": "std::sync::poison::PoisonError",
    "std::sync::Once": "std::sync::once::Once",
    "std::sync::OnceLock": "std::sync::once_lock::OnceLock",
    "std::sync::LazyLock": "std::sync::lazy_lock::LazyLock",
    "std::sync::Barrier": "std::sync::barrier::Barrier",
    "std::thread::JoinHandle": "std::thread::join_handle::JoinHandle",
    "std::thread::Thread": "std::thread::thread::Thread",
    "std::thread::ThreadId": "std::thread::id::ThreadId",
    "std::thread::Builder": "std::thread::builder::Builder",
    "std::thread::LocalKey": "std::thread::local::LocalKey",
    "std::ops::Range": "core::ops::range::Range",
    "std::ops::RangeInclusive": "core::ops::range::RangeInclusive",
    "std::ops::RangeFrom": "core::ops::range::RangeFrom",
    "std::ops::RangeTo": "core::ops::range::RangeTo",
    "std::ops::Fn": "core::ops::function::Fn",
    "std::ops::FnMut": "core::ops::function::FnMut",
    "std::ops::FnOnce": "core::ops::function::FnOnce",
    "std::ops::ControlFlow": "core::ops::control_flow::ControlFlow",
    "std::num::Wrapping": "core::num::wrapping::Wrapping",
    "std::num::NonZero": "core::num::nonzero::NonZero",
    "std::num::ParseIntError": "core::num::error::ParseIntError",
    "std::slice::Iter": "core::slice::iter::Iter",
    "std::slice::IterMut": "core::slice::iter::IterMut",
    "std::str::Chars": "core::str::iter::Chars",
    "std::vec::IntoIter": "alloc::vec::into_iter::IntoIter",
    "std::array::IntoIter": "core::array::iter::IntoIter",
    "std::iter::Iterator": "core::iter::traits::iterator::Iterator",
    "std::iter::DoubleEndedIterator": "core::iter::traits::double_ended::DoubleEndedIterator",
    "std::iter::ExactSizeIterator": "core::iter::traits::exact_size::ExactSizeIterator",
    "std::iter::IntoIterator": "core::iter::traits::collect::IntoIterator",
    "std::iter::Map": "core::iter::adapters::map::Map",
    "std::iter::Filter": "core::iter::adapters::filter::Filter",
    "std::iter::Rev": "core::iter::adapters::rev::Rev",
    "std::mem::MaybeUninit": "core::mem::maybe_uninit::MaybeUninit",
    "std::mem::ManuallyDrop": "core::mem::manually_drop::ManuallyDrop",
    "std::hash::DefaultHasher": "std::hash::random::DefaultHasher",
    "std::hash::RandomState": "std::hash::random::RandomState",
    "std::io::Error": "std::io::error::Error",
  }),
);

/** The text of a type with every path of std as rustc knows it. */
export function realPaths(text: string): string {
  return text.replace(/\bstd(?:::\w+)+/g, realPath);
}

function realPath(path: string): string {
  const deeper = DEEPER.get(path);
  if (deeper !== undefined) return deeper;
  const [, module = "", second = ""] = path.split("::");
  if (CORE.has(module) || (module === "sync" && second === "atomic"))
    return path.replace(/^std/, "core");
  return ALLOC.has(module) ? path.replace(/^std/, "alloc") : path;
}
