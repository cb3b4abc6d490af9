// `SystemTime`: calendar time. Here it is a fixed moment plus the virtual time since the start.

use super::{Duration, Instant, sys};
use crate::error::Error;
use crate::fmt;
use crate::ops::{Add, AddAssign, Sub, SubAssign};

mod start {
    use crate::time::Instant;
    /// The moment at which the program began.
    #[lockstep::primitive = "instant.start"]
    pub fn start() -> Instant;
}

/// 2026-01-01, the calendar day on which every program starts.
const START_OF_DAY: u64 = 1_767_225_600;

/// A moment of calendar time.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime {
    since_epoch: Duration,
}

/// The first moment of 1970.
pub const UNIX_EPOCH: SystemTime = SystemTime { since_epoch: Duration::ZERO };

/// The other moment is the later one; the difference is inside.
#[derive(Clone, Debug)]
pub struct SystemTimeError(Duration);

impl SystemTime {
    pub const UNIX_EPOCH: SystemTime = UNIX_EPOCH;

    #[must_use]
    pub fn now() -> SystemTime {
        let since_start = UNIX_EPOCH.since_instant(Instant::now());
        SystemTime { since_epoch: Duration::from_secs(START_OF_DAY) + since_start }
    }

    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        match self.since_epoch.checked_sub(earlier.since_epoch) {
            Some(duration) => Ok(duration),
            None => Err(SystemTimeError(earlier.since_epoch - self.since_epoch)),
        }
    }

    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
        SystemTime::now().duration_since(*self)
    }

    pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {
        Some(SystemTime { since_epoch: self.since_epoch.checked_add(duration)? })
    }

    pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {
        Some(SystemTime { since_epoch: self.since_epoch.checked_sub(duration)? })
    }

    /// How far a moment of the virtual clock is from its beginning.
    pub(super) fn since_instant(&self, instant: Instant) -> Duration {
        let (_, secs, nanos) = sys::between(start::start(), instant);
        Duration::new(secs, nanos)
    }
}

impl SystemTimeError {
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.0
    }
}

impl fmt::Display for SystemTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("second time provided was later than self")
    }
}

impl Error for SystemTimeError {}

impl Add<Duration> for SystemTime {
    type Output = SystemTime;
    #[lockstep::place = "std/src/time.rs:746:31"]
    fn add(self, duration: Duration) -> SystemTime {
        self.checked_add(duration).expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for SystemTime {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for SystemTime {
    type Output = SystemTime;
    #[lockstep::place = "std/src/time.rs:762:33"]
    fn sub(self, duration: Duration) -> SystemTime {
        self.checked_sub(duration).expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for SystemTime {
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl fmt::Debug for SystemTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SystemTime")
            .field("tv_sec", &self.since_epoch.as_secs())
            .field("tv_nsec", &self.since_epoch.subsec_nanos())
            .finish()
    }
}
