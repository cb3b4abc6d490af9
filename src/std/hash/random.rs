// The default hasher and its random start.

use super::{BuildHasher, Hasher};
use crate::fmt;
use crate::intrinsics;

/// The hasher that maps use unless told otherwise.
#[derive(Clone, Debug)]
pub struct DefaultHasher {
    state: u64,
}

impl DefaultHasher {
    pub fn new() -> DefaultHasher {
        DefaultHasher { state: 0 }
    }
}
impl Default for DefaultHasher {
    fn default() -> DefaultHasher {
        DefaultHasher::new()
    }
}
impl Hasher for DefaultHasher {
    fn finish(&self) -> u64 {
        self.state
    }
    fn write(&mut self, bytes: &[u8]) {
        self.state = intrinsics::hash_mix_bytes(self.state, bytes);
    }
    fn write_u8(&mut self, i: u8) {
        self.state = intrinsics::hash_mix(self.state, i as u64);
    }
    fn write_u16(&mut self, i: u16) {
        self.state = intrinsics::hash_mix(self.state, i as u64);
    }
    fn write_u32(&mut self, i: u32) {
        self.state = intrinsics::hash_mix(self.state, i as u64);
    }
    fn write_u64(&mut self, i: u64) {
        self.state = intrinsics::hash_mix(self.state, i);
    }
    fn write_usize(&mut self, i: usize) {
        self.state = intrinsics::hash_mix(self.state, i as u64);
    }
}

/// Starts hashers at a random state, so that nobody can rely on the order of a map.
#[derive(Clone)]
pub struct RandomState {
    seed: u64,
}

impl RandomState {
    pub fn new() -> RandomState {
        RandomState { seed: intrinsics::hash_order() }
    }
}
impl Default for RandomState {
    fn default() -> RandomState {
        RandomState::new()
    }
}
impl BuildHasher for RandomState {
    type Hasher = DefaultHasher;
    fn build_hasher(&self) -> DefaultHasher {
        DefaultHasher { state: self.seed }
    }
}
impl fmt::Debug for RandomState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RandomState { .. }")
    }
}
