// Hints. `spin_loop` tells the explorer that this thread waits for another one.

/// Keeps a value from being optimised away; here it is the value itself.
pub fn black_box<T>(dummy: T) -> T {
    dummy
}

/// Tells the processor that the thread is waiting in a loop. It gives no ordering and no promise.
#[lockstep::concept = ""]
#[lockstep::primitive = "thread.spin_hint"]
pub fn spin_loop();

/// Says that this place is never reached. Reaching it is undefined behaviour.
#[lockstep::primitive = "hint.unreachable_unchecked"]
pub const unsafe fn unreachable_unchecked() -> !;

pub const unsafe fn assert_unchecked(cond: bool) {
    if !cond {
        unsafe { unreachable_unchecked() }
    }
}

pub const fn must_use<T>(value: T) -> T {
    value
}
