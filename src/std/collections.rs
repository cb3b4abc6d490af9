// Collections.
//
// Hash maps keep their entries sorted by hash, so that equal contents are equal memory whatever the order of insertion;
// tree maps are sorted vectors. Both iterate as the real ones may.

pub mod binary_heap;
pub mod btree_map;
pub mod btree_set;
pub mod hash_map;
pub mod hash_set;
pub mod linked_list;
mod set_ops;
pub mod vec_deque;

pub use self::binary_heap::BinaryHeap;
pub use self::btree_map::BTreeMap;
pub use self::btree_set::BTreeSet;
pub use self::hash_map::HashMap;
pub use self::hash_set::HashSet;
pub use self::linked_list::LinkedList;
pub use self::vec_deque::VecDeque;
pub use crate::ops::Bound;

use crate::error::Error;
use crate::fmt;

/// Why memory could not be reserved. It always can.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TryReserveError(());

impl fmt::Display for TryReserveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("memory allocation failed because the computed capacity exceeded the collection's maximum")
    }
}
impl Error for TryReserveError {}
