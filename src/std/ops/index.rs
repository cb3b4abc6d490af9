// `a[i]`. Arrays and slices with a `usize` are indexed by the compiler itself; ranges and other types come here.

/// `a[i]` as a place to read.
#[lang = "index"]
pub trait Index<Idx: ?Sized> {
    type Output: ?Sized;
    fn index(&self, index: Idx) -> &Self::Output;
}

/// `a[i]` as a place to change.
#[lang = "index_mut"]
pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}
