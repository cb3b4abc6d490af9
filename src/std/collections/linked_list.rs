// `LinkedList`: doubly linked nodes on the heap.

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::mem;
use crate::ops::Drop;
use crate::ptr::NonNull;

/// A list whose values stand in nodes of their own, linked both ways.
#[lockstep::render = "list"]
pub struct LinkedList<T> {
    head: Option<NonNull<Node<T>>>,
    tail: Option<NonNull<Node<T>>>,
    len: usize,
    marker: PhantomData<Box<Node<T>>>,
}

struct Node<T> {
    next: Option<NonNull<Node<T>>>,
    prev: Option<NonNull<Node<T>>>,
    element: T,
}

unsafe impl<T: Send> Send for LinkedList<T> {}
unsafe impl<T: Sync> Sync for LinkedList<T> {}

impl<T> LinkedList<T> {
    /// An empty list.
    pub const fn new() -> LinkedList<T> {
        LinkedList { head: None, tail: None, len: 0, marker: PhantomData }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.head.is_none()
    }

    pub fn clear(&mut self) {
        mem::drop(mem::take(self));
    }

    /// The first value.
    pub fn front(&self) -> Option<&T> {
        Some(unsafe { &(*self.head?.as_ptr()).element })
    }

    pub fn front_mut(&mut self) -> Option<&mut T> {
        Some(unsafe { &mut (*self.head?.as_ptr()).element })
    }

    /// The last value.
    pub fn back(&self) -> Option<&T> {
        Some(unsafe { &(*self.tail?.as_ptr()).element })
    }

    pub fn back_mut(&mut self) -> Option<&mut T> {
        Some(unsafe { &mut (*self.tail?.as_ptr()).element })
    }

    /// Adds a value at the front.
    pub fn push_front(&mut self, elt: T) {
        let node = NonNull::from(Box::leak(Box::new(Node { next: self.head, prev: None, element: elt })));
        match self.head {
            Some(head) => unsafe { (*head.as_ptr()).prev = Some(node) },
            None => self.tail = Some(node),
        }
        self.head = Some(node);
        self.len += 1;
    }

    /// Adds a value at the front; gives a reference to it.
    pub fn push_front_mut(&mut self, elt: T) -> &mut T {
        self.push_front(elt);
        unsafe { &mut (*self.head.unwrap_unchecked().as_ptr()).element }
    }

    /// Adds a value at the end; gives a reference to it.
    pub fn push_back_mut(&mut self, elt: T) -> &mut T {
        self.push_back(elt);
        unsafe { &mut (*self.tail.unwrap_unchecked().as_ptr()).element }
    }

    /// Takes out the values that pass the test, one by one.
    pub fn extract_if<F: FnMut(&mut T) -> bool>(&mut self, filter: F) -> ExtractIf<'_, T, F> {
        ExtractIf { at: self.head, list: self, pred: filter }
    }

    /// Takes a node out of the list.
    unsafe fn unlink(&mut self, node: NonNull<Node<T>>) -> T {
        let node = unsafe { Box::from_raw(node.as_ptr()) };
        match node.prev {
            Some(prev) => unsafe { (*prev.as_ptr()).next = node.next },
            None => self.head = node.next,
        }
        match node.next {
            Some(next) => unsafe { (*next.as_ptr()).prev = node.prev },
            None => self.tail = node.prev,
        }
        self.len -= 1;
        node.element
    }

    /// Adds a value at the end.
    pub fn push_back(&mut self, elt: T) {
        let node = NonNull::from(Box::leak(Box::new(Node { next: None, prev: self.tail, element: elt })));
        match self.tail {
            Some(tail) => unsafe { (*tail.as_ptr()).next = Some(node) },
            None => self.head = Some(node),
        }
        self.tail = Some(node);
        self.len += 1;
    }

    /// Takes the first value out.
    pub fn pop_front(&mut self) -> Option<T> {
        let node = unsafe { Box::from_raw(self.head?.as_ptr()) };
        self.head = node.next;
        match self.head {
            Some(head) => unsafe { (*head.as_ptr()).prev = None },
            None => self.tail = None,
        }
        self.len -= 1;
        Some(Box::into_inner(node).element)
    }

    /// Takes the last value out.
    pub fn pop_back(&mut self) -> Option<T> {
        let node = unsafe { Box::from_raw(self.tail?.as_ptr()) };
        self.tail = node.prev;
        match self.tail {
            Some(tail) => unsafe { (*tail.as_ptr()).next = None },
            None => self.head = None,
        }
        self.len -= 1;
        Some(Box::into_inner(node).element)
    }

    /// Moves all nodes of `other` to the end.
    pub fn append(&mut self, other: &mut LinkedList<T>) {
        match (self.tail, other.head) {
            (None, _) => mem::swap(self, other),
            (Some(_), None) => {}
            (Some(tail), Some(head)) => {
                unsafe {
                    (*tail.as_ptr()).next = Some(head);
                    (*head.as_ptr()).prev = Some(tail);
                }
                self.tail = other.tail.take();
                other.head = None;
                self.len += mem::replace(&mut other.len, 0);
            }
        }
    }

    #[lockstep::place = "alloc/src/collections/linked_list.rs:1000:9"]
    pub fn split_off(&mut self, at: usize) -> LinkedList<T> {
        if at > self.len {
            crate::rt::panic("Cannot split off at a nonexistent index");
        }
        let mut other = LinkedList::new();
        while self.len > at {
            if let Some(element) = self.pop_back() {
                other.push_front(element);
            }
        }
        other
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        self.iter().any(|item| *item == *x)
    }

    /// The values, front to back.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { head: self.head, tail: self.tail, len: self.len, marker: PhantomData }
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut { head: self.head, tail: self.tail, len: self.len, marker: PhantomData }
    }
}

unsafe impl<#[may_dangle] T> Drop for LinkedList<T> {
    fn drop(&mut self) {
        while let Some(element) = self.pop_front() {
            mem::drop(element);
        }
    }
}

/// Made by `LinkedList::iter`.
pub struct Iter<'a, T> {
    head: Option<NonNull<Node<T>>>,
    tail: Option<NonNull<Node<T>>>,
    len: usize,
    marker: PhantomData<&'a Node<T>>,
}

/// Made by `LinkedList::iter_mut`.
pub struct IterMut<'a, T> {
    head: Option<NonNull<Node<T>>>,
    tail: Option<NonNull<Node<T>>>,
    len: usize,
    marker: PhantomData<&'a mut Node<T>>,
}

/// Made by `LinkedList::into_iter`.
#[derive(Clone)]
pub struct IntoIter<T> {
    list: LinkedList<T>,
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { head: self.head, tail: self.tail, len: self.len, marker: PhantomData }
    }
}

macro_rules! walks {
    ($($Name:ident $item:ty : $node:ident $element:expr;)*) => { $(
        impl<'a, T> Iterator for $Name<'a, T> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                if self.len == 0 {
                    return None;
                }
                let $node = self.head?.as_ptr();
                self.len -= 1;
                unsafe {
                    self.head = (*$node).next;
                    Some($element)
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.len, Some(self.len))
            }
        }
        impl<'a, T> DoubleEndedIterator for $Name<'a, T> {
            fn next_back(&mut self) -> Option<$item> {
                if self.len == 0 {
                    return None;
                }
                let $node = self.tail?.as_ptr();
                self.len -= 1;
                unsafe {
                    self.tail = (*$node).prev;
                    Some($element)
                }
            }
        }
        impl<T> ExactSizeIterator for $Name<'_, T> {}
        impl<T> FusedIterator for $Name<'_, T> {}
    )* };
}
walks! {
    Iter &'a T: node &(*node).element;
    IterMut &'a mut T: node &mut (*node).element;
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.list.pop_front()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.list.len, Some(self.list.len))
    }
}
impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.list.pop_back()
    }
}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<T> IntoIterator for LinkedList<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { list: self }
    }
}
impl<'a, T> IntoIterator for &'a LinkedList<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut LinkedList<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
impl<T> Default for LinkedList<T> {
    fn default() -> LinkedList<T> {
        LinkedList::new()
    }
}
impl<T> FromIterator<T> for LinkedList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> LinkedList<T> {
        let mut list = LinkedList::new();
        list.extend(iter);
        list
    }
}
impl<T> Extend<T> for LinkedList<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for item in iter {
            self.push_back(item);
        }
    }
}
impl<T, const N: usize> From<[T; N]> for LinkedList<T> {
    fn from(arr: [T; N]) -> LinkedList<T> {
        LinkedList::from_iter(arr)
    }
}
impl<T: Clone> Clone for LinkedList<T> {
    fn clone(&self) -> Self {
        self.iter().cloned().collect()
    }
}
impl<T: fmt::Debug> fmt::Debug for LinkedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
impl<T: PartialEq> PartialEq for LinkedList<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}
impl<T: Eq> Eq for LinkedList<T> {}
impl<T: PartialOrd> PartialOrd for LinkedList<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}
impl<T: Ord> Ord for LinkedList<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}
impl<T: Hash> Hash for LinkedList<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len);
        for item in self {
            item.hash(state);
        }
    }
}

/// Made by `LinkedList::extract_if`.
pub struct ExtractIf<'a, T, F> {
    list: &'a mut LinkedList<T>,
    at: Option<NonNull<Node<T>>>,
    pred: F,
}
impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        while let Some(node) = self.at {
            unsafe {
                self.at = (*node.as_ptr()).next;
                if (self.pred)(&mut (*node.as_ptr()).element) {
                    return Some(self.list.unlink(node));
                }
            }
        }
        None
    }
}
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter { head: None, tail: None, len: 0, marker: PhantomData }
    }
}
impl<T> Default for IterMut<'_, T> {
    fn default() -> Self {
        IterMut { head: None, tail: None, len: 0, marker: PhantomData }
    }
}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter { list: LinkedList::new() }
    }
}
impl<'a, T: 'a + Copy> Extend<&'a T> for LinkedList<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.extend(iter.into_iter().cloned());
    }
}
