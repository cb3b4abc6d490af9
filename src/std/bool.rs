// Methods of `bool`.

impl bool {
    /// `Some` of what `f` gives when the value is true.
    pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {
        if self { Some(f()) } else { None }
    }

    /// `Some(t)` when the value is true; `t` is made either way.
    pub fn then_some<T>(self, t: T) -> Option<T> {
        if self { Some(t) } else { None }
    }
}
