// Time: durations, and the moments of a clock that only moves when every thread waits.
//
// `Duration` is in time/duration.rs. The clock is virtual: it starts at 0 with the program and jumps to the next deadline
// that is waited for.
//
// Follows: std::time. Not modelled: the calendar time of `SystemTime` is made up.

mod duration;
mod duration_fmt;
mod system;

pub use self::duration::{Duration, TryFromFloatSecsError};
pub use self::system::{SystemTime, SystemTimeError, UNIX_EPOCH};

use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{Add, AddAssign, Sub, SubAssign};

mod sys {
    use super::Instant;
    #[lockstep::primitive = "instant.now"]
    pub fn now() -> Instant;
    /// Nanoseconds from `earlier` to `later`, as seconds and rest; false when it is the other way round.
    #[lockstep::primitive = "instant.between"]
    pub fn between(earlier: Instant, later: Instant) -> (bool, u64, u32);
    /// False when the result would lie before the beginning or too far ahead.
    #[lockstep::primitive = "instant.add"]
    pub fn add(instant: Instant, secs: u64, nanos: u32) -> (bool, Instant);
    #[lockstep::primitive = "instant.sub"]
    pub fn sub(instant: Instant, secs: u64, nanos: u32) -> (bool, Instant);
    /// -1, 0 or 1.
    #[lockstep::primitive = "instant.compare"]
    pub fn compare(a: Instant, b: Instant) -> i8;
    /// Now plus so much, for waiting; as late as can be when that is too far ahead.
    #[lockstep::primitive = "instant.deadline"]
    pub fn deadline(secs: u64, nanos: u32) -> Instant;
}

/// A moment of a clock that never goes back. Two of them tell how long something took.
#[lockstep::concept = ""]
#[derive(Copy, Clone)]
#[lockstep::size = "16"]
#[lockstep::sample = "Instant::now()"]
pub struct Instant {
    nanos: u64,
}

impl Instant {
    /// The present moment. How much time lies between two threads' steps is never promised.
    #[lockstep::concept = ""]
    #[must_use]
    pub fn now() -> Instant {
        sys::now()
    }

    /// How long ago `earlier` was; zero when it lies ahead.
    #[must_use]
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.checked_duration_since(earlier).unwrap_or_default()
    }

    #[must_use]
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        let (forward, secs, nanos) = sys::between(earlier, *self);
        if forward { Some(Duration::new(secs, nanos)) } else { None }
    }

    #[must_use]
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.checked_duration_since(earlier).unwrap_or_default()
    }

    /// How long ago this moment was.
    #[lockstep::concept = ""]
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }

    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        let (fits, instant) = sys::add(*self, duration.as_secs(), duration.subsec_nanos());
        if fits { Some(instant) } else { None }
    }

    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        let (fits, instant) = sys::sub(*self, duration.as_secs(), duration.subsec_nanos());
        if fits { Some(instant) } else { None }
    }

    /// The end of a wait that starts now.
    pub(crate) fn after(duration: Duration) -> Instant {
        sys::deadline(duration.as_secs(), duration.subsec_nanos())
    }
}

impl PartialEq for Instant {
    fn eq(&self, other: &Instant) -> bool {
        sys::compare(*self, *other) == 0
    }
}

impl Eq for Instant {}

impl PartialOrd for Instant {
    fn partial_cmp(&self, other: &Instant) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Instant {
    fn cmp(&self, other: &Instant) -> Ordering {
        sys::compare(*self, *other).cmp(&0)
    }
}

impl crate::hash::Hash for Instant {
    fn hash<H: crate::hash::Hasher>(&self, state: &mut H) {
        UNIX_EPOCH.since_instant(*self).hash(state);
    }
}

impl Add<Duration> for Instant {
    type Output = Instant;
    #[lockstep::place = "std/src/time.rs:429:33"]
    fn add(self, other: Duration) -> Instant {
        self.checked_add(other).expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, other: Duration) {
        *self = *self + other;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;
    #[lockstep::place = "std/src/time.rs:445:33"]
    fn sub(self, other: Duration) -> Instant {
        self.checked_sub(other).expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, other: Duration) {
        *self = *self - other;
    }
}

impl Sub<Instant> for Instant {
    type Output = Duration;
    fn sub(self, other: Instant) -> Duration {
        self.duration_since(other)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let since = UNIX_EPOCH.since_instant(*self);
        f.debug_struct("Instant").field("tv_sec", &since.as_secs()).field("tv_nsec", &since.subsec_nanos()).finish()
    }
}
