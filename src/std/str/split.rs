// Iterators that splitting and matching give. All go over one `Parts`, which meets the matches from either end.

use super::pattern::{DoubleEndedPattern, Pattern};
use crate::iter::FusedIterator;

/// A text being cut at matches: parts between `start` and `end` are not given yet, matches are sought in `front..back`.
#[derive(Clone, Debug)]
pub struct Parts<'a, P> {
    text: &'a str,
    pat: P,
    start: usize,
    end: usize,
    front: usize,
    back: usize,
    /// An empty part at the end counts.
    trailing: bool,
    finished: bool,
    /// The empty pattern has matched at `front` or `back` already.
    front_used: bool,
    back_used: bool,
}

impl<'a, P: Pattern> Parts<'a, P> {
    pub fn new(text: &'a str, pat: P, trailing: bool) -> Self {
        Parts { text, pat, start: 0, end: text.len(), front: 0, back: text.len(), trailing, finished: false, front_used: false, back_used: false }
    }

    fn next_match(&mut self) -> Option<(usize, usize)> {
        if self.pat.is_empty() {
            if self.front_used {
                self.front += self.text[self.front..self.back].chars().next()?.len_utf8();
            }
            if self.front == self.back && self.back_used {
                return None;
            }
            self.front_used = true;
            return Some((self.front, self.front));
        }
        let (start, end) = self.pat.find_in(self.text, self.front, self.back)?;
        self.front = end;
        Some((start, end))
    }

    fn next_match_back(&mut self) -> Option<(usize, usize)> {
        if self.pat.is_empty() {
            if self.back_used {
                self.back -= self.text[self.front..self.back].chars().next_back()?.len_utf8();
            }
            if self.front == self.back && self.front_used {
                return None;
            }
            self.back_used = true;
            return Some((self.back, self.back));
        }
        let (start, end) = self.pat.rfind_in(self.text, self.front, self.back)?;
        self.back = start;
        Some((start, end))
    }

    fn rest(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        self.finished = true;
        if !self.trailing && self.start == self.end { None } else { Some(&self.text[self.start..self.end]) }
    }

    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.next_match() {
            Some((a, b)) => {
                let part = &self.text[self.start..a];
                self.start = b;
                Some(part)
            }
            None => self.rest(),
        }
    }

    fn next_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.next_match() {
            Some((_, b)) => {
                let part = &self.text[self.start..b];
                self.start = b;
                Some(part)
            }
            None => self.rest(),
        }
    }

    fn next_back(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.trailing {
            // The empty part behind a final match is not given.
            self.trailing = true;
            match self.next_back() {
                Some(part) if !part.is_empty() => return Some(part),
                _ if self.finished => return None,
                _ => {}
            }
        }
        match self.next_match_back() {
            Some((a, b)) => {
                let part = &self.text[b..self.end];
                self.end = a;
                Some(part)
            }
            None => self.rest(),
        }
    }

    fn next_back_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.trailing {
            self.trailing = true;
            // A match at the very end belongs to the last part.
            if let Some((a, b)) = self.next_match_back() {
                if b != self.end {
                    self.back = b;
                    let _ = a;
                }
            }
            if self.start == self.end {
                self.finished = true;
                return None;
            }
        }
        match self.next_match_back() {
            Some((_, b)) => {
                let part = &self.text[b..self.end];
                self.end = b;
                Some(part)
            }
            None => self.rest(),
        }
    }
}

macro_rules! part_iterators {
    ($($(#[$doc:meta])* $Name:ident $next:ident $next_back:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $Name<'a, P>(pub(super) Parts<'a, P>);

        impl<'a, P: Pattern> Iterator for $Name<'a, P> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                self.0.$next()
            }
        }
        impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for $Name<'a, P> {
            fn next_back(&mut self) -> Option<&'a str> {
                self.0.$next_back()
            }
        }
        impl<'a, P: Pattern> FusedIterator for $Name<'a, P> {}
    )* };
}
part_iterators! {
    /// Made by `str::split`.
    Split next next_back;
    /// Made by `str::rsplit`.
    RSplit next_back next;
    /// Made by `str::split_terminator`.
    SplitTerminator next next_back;
    /// Made by `str::rsplit_terminator`.
    RSplitTerminator next_back next;
    /// Made by `str::split_inclusive`.
    SplitInclusive next_inclusive next_back_inclusive;
}

impl<'a, P: Pattern> Split<'a, P> {
    /// What is left to split.
    pub fn remainder(&self) -> Option<&'a str> {
        if self.0.finished { None } else { Some(&self.0.text[self.0.start..self.0.end]) }
    }
}

macro_rules! limited {
    ($($(#[$doc:meta])* $Name:ident $next:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $Name<'a, P> {
            parts: Parts<'a, P>,
            count: usize,
        }

        impl<'a, P: Pattern> $Name<'a, P> {
            pub(super) fn new(parts: Parts<'a, P>, count: usize) -> Self {
                $Name { parts, count }
            }
        }
        impl<'a, P: Pattern> Iterator for $Name<'a, P> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                match self.count {
                    0 => None,
                    1 => {
                        self.count = 0;
                        self.parts.rest()
                    }
                    _ => {
                        self.count -= 1;
                        self.parts.$next()
                    }
                }
            }
        }
        impl<'a, P: Pattern> FusedIterator for $Name<'a, P> {}
    )* };
}
limited! {
    /// Made by `str::splitn`.
    SplitN next;
    /// Made by `str::rsplitn`.
    RSplitN next_back;
}

/// Made by `str::match_indices`.
#[derive(Clone, Debug)]
pub struct MatchIndices<'a, P>(pub(super) Parts<'a, P>);

impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> {
    type Item = (usize, &'a str);
    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (a, b) = self.0.next_match()?;
        Some((a, &self.0.text[a..b]))
    }
}
impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for MatchIndices<'a, P> {
    fn next_back(&mut self) -> Option<(usize, &'a str)> {
        let (a, b) = self.0.next_match_back()?;
        Some((a, &self.0.text[a..b]))
    }
}

/// Made by `str::rmatch_indices`.
#[derive(Clone, Debug)]
pub struct RMatchIndices<'a, P>(pub(super) Parts<'a, P>);

impl<'a, P: Pattern> Iterator for RMatchIndices<'a, P> {
    type Item = (usize, &'a str);
    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (a, b) = self.0.next_match_back()?;
        Some((a, &self.0.text[a..b]))
    }
}

/// Made by `str::rmatches`.
#[derive(Clone, Debug)]
pub struct RMatches<'a, P>(pub(super) RMatchIndices<'a, P>);

impl<'a, P: Pattern> Iterator for RMatches<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        match self.0.next() {
            Some((_, part)) => Some(part),
            None => None,
        }
    }
}

/// Made by `str::matches`.
#[derive(Clone, Debug)]
pub struct Matches<'a, P>(pub(super) MatchIndices<'a, P>);

impl<'a, P: Pattern> Iterator for Matches<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        match self.0.next() {
            Some((_, part)) => Some(part),
            None => None,
        }
    }
}
impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for Matches<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        match self.0.next_back() {
            Some((_, part)) => Some(part),
            None => None,
        }
    }
}
