// `Barrier`: threads wait for each other.
//
// Follows: std::sync::Barrier: the last to arrive leads, and the barrier can be used again at once.

#![lockstep::concept = ""]

use super::Handle;
use crate::fmt;

mod sys {
    /// A barrier for `n` threads: each round waits for that many.
    #[lockstep::primitive = "barrier.new"]
    pub const fn new(size: usize) -> usize;
    /// True for the last one, which lets all of them go.
    #[lockstep::primitive = "barrier.arrive"]
    pub fn arrive(barrier: usize) -> bool;
    /// Until the round in which the thread arrived is over.
    #[lockstep::primitive = "barrier.wait"]
    pub fn wait(barrier: usize);
}

/// Holds threads back until `n` of them have called `wait`; then all go on, and one of them is told that it leads.
#[lockstep::object = "barrier"]
#[lockstep::render = "barrier"]
#[lockstep::size = "40"]
pub struct Barrier {
    handle: Handle,
}

/// Says whether this thread was the one that completed the round.
pub struct BarrierWaitResult(bool);

impl Barrier {
    /// A barrier for `n` threads: each round waits for that many.
    pub const fn new(n: usize) -> Barrier {
        Barrier { handle: Handle::new(sys::new(n)) }
    }

    /// Waits until all threads of the round have arrived.
    #[lockstep::waits = "until enough threads have come"]
    #[lockstep::effect = "barrier"]
    pub fn wait(&self) -> BarrierWaitResult {
        let leader = sys::arrive(self.handle.id());
        if !leader {
            sys::wait(self.handle.id());
        }
        BarrierWaitResult(leader)
    }
}

impl BarrierWaitResult {
    /// True for exactly one thread of each round.
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.is_leader()).finish()
    }
}
