// What a queue is as a value.

use super::VecDeque;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::mem;
use crate::ops::{Index, IndexMut};

impl<T> Index<usize> for VecDeque<T> {
    type Output = T;
    fn index(&self, index: usize) -> &T {
        self.get(index).expect("Out of bounds access")
    }
}
impl<T> IndexMut<usize> for VecDeque<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        self.get_mut(index).expect("Out of bounds access")
    }
}
impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> Self {
        self.iter().cloned().collect()
    }
}
impl<T> Default for VecDeque<T> {
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for VecDeque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
impl<T: PartialEq> PartialEq for VecDeque<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}
impl<T: Eq> Eq for VecDeque<T> {}
impl<T: PartialOrd> PartialOrd for VecDeque<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}
impl<T: Ord> Ord for VecDeque<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}
impl<T: Hash> Hash for VecDeque<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        self.iter().for_each(|item| item.hash(state));
    }
}

macro_rules! equality {
    ($([$($params:tt)*] $rhs:ty;)*) => { $(
        impl<T: PartialEq<U>, U, $($params)*> PartialEq<$rhs> for VecDeque<T> {
            fn eq(&self, other: &$rhs) -> bool {
                self.len() == other.len() && self.iter().zip(other.iter()).all(|(a, b)| *a == *b)
            }
        }
    )* };
}
equality! {
    [] Vec<U>;
    [] &[U];
    [] &mut [U];
    [const N: usize] [U; N];
    [const N: usize] &[U; N];
}

impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        let iter = iter.into_iter();
        let mut deque = VecDeque::with_capacity(iter.size_hint().0);
        deque.extend(iter);
        deque
    }
}
impl<T> Extend<T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for item in iter {
            self.push_back(item);
        }
    }
}
impl<'a, T: Copy + 'a> Extend<&'a T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for item in iter {
            self.push_back(*item);
        }
    }
}
impl<T> From<Vec<T>> for VecDeque<T> {
    fn from(vec: Vec<T>) -> VecDeque<T> {
        let mut vec = mem::ManuallyDrop::new(vec);
        let cap = if mem::size_of::<T>() == 0 { vec.len() } else { vec.capacity() };
        VecDeque { ptr: crate::ptr::Unique::new(vec.as_mut_ptr()), cap, head: 0, len: vec.len() }
    }
}
impl<T> From<VecDeque<T>> for Vec<T> {
    fn from(mut deque: VecDeque<T>) -> Vec<T> {
        let mut vec = Vec::with_capacity(deque.len());
        while let Some(item) = deque.pop_front() {
            vec.push(item);
        }
        vec
    }
}
impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(arr: [T; N]) -> VecDeque<T> {
        VecDeque::from(Vec::from(arr))
    }
}
