// The identity of a sync object: one cell that the machine gives out and only primitives look into.
//
// The object moves with the value that holds its handle and goes with it. Two uses of a constant hold two objects, because
// the constant is evaluated anew each time.

mod sys {
    #[lockstep::primitive = "object.destroy"]
    pub fn destroy(object: usize);
}

/// Names a lock, channel or other object of the machine.
pub(crate) struct Handle {
    id: usize,
}

impl Handle {
    pub(crate) const fn new(id: usize) -> Handle {
        Handle { id }
    }

    pub(crate) const fn id(&self) -> usize {
        self.id
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        sys::destroy(self.id);
    }
}
