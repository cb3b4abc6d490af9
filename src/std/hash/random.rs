// The default hasher and its random start.
//
// Follows: SipHash-1-3 with the keys that `DefaultHasher::new` has, so that its hashes are the real ones. One with random keys
// has no such hashes: it mixes faster and keeps no bytes.

use super::{BuildHasher, Hasher};
use crate::fmt;
use crate::intrinsics;

/// The hasher that maps use unless told otherwise.
#[derive(Clone, Debug)]
pub struct DefaultHasher {
    state: u64,
    /// All that was written, where the keys are known.
    written: Option<Vec<u8>>,
}

impl DefaultHasher {
    pub const fn new() -> DefaultHasher {
        DefaultHasher { state: 0, written: Some(Vec::new()) }
    }

    fn word(&mut self, word: u64, bytes: usize) {
        match &mut self.written {
            Some(written) => written.extend_from_slice(&word.to_le_bytes()[..bytes]),
            None => self.state = intrinsics::hash_mix(self.state, word),
        }
    }
}
impl Default for DefaultHasher {
    fn default() -> DefaultHasher {
        DefaultHasher::new()
    }
}
impl Hasher for DefaultHasher {
    fn finish(&self) -> u64 {
        match &self.written {
            Some(written) => intrinsics::sip_hash(written),
            None => self.state,
        }
    }
    fn write(&mut self, bytes: &[u8]) {
        match &mut self.written {
            Some(written) => written.extend_from_slice(bytes),
            None => self.state = intrinsics::hash_mix_bytes(self.state, bytes),
        }
    }
    fn write_u8(&mut self, i: u8) {
        self.word(i as u64, 1)
    }
    fn write_u16(&mut self, i: u16) {
        self.word(i as u64, 2)
    }
    fn write_u32(&mut self, i: u32) {
        self.word(i as u64, 4)
    }
    fn write_u64(&mut self, i: u64) {
        self.word(i, 8)
    }
    fn write_usize(&mut self, i: usize) {
        self.word(i as u64, 8)
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
        DefaultHasher { state: self.seed, written: None }
    }
}
impl fmt::Debug for RandomState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RandomState { .. }")
    }
}
