// Finding, splitting, trimming and replacing with patterns.

use super::pattern::Pattern;
use super::split::{
    MatchIndices, Matches, Parts, RMatchIndices, RMatches, RSplit, RSplitN, RSplitTerminator, Split, SplitInclusive, SplitN, SplitTerminator,
};

impl str {
    /// Whether the pattern occurs.
    pub fn contains<P: Pattern>(&self, mut pat: P) -> bool {
        pat.find_in(self, 0, self.len()).is_some()
    }

    /// Whether the text starts with the pattern.
    pub fn starts_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.prefix_of(self).is_some()
    }

    /// Whether the text ends with the pattern.
    pub fn ends_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.suffix_of(self).is_some()
    }

    /// The byte where the pattern first occurs.
    pub fn find<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        match pat.find_in(self, 0, self.len()) {
            Some((at, _)) => Some(at),
            None => None,
        }
    }

    /// The byte where the pattern last occurs.
    pub fn rfind<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        match pat.rfind_in(self, 0, self.len()) {
            Some((at, _)) => Some(at),
            None => None,
        }
    }

    /// The parts between the matches.
    pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P> {
        Split(Parts::new(self, pat, true))
    }

    /// The parts between the matches, last one first.
    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P> {
        RSplit(Parts::new(self, pat, true))
    }

    /// The parts between the matches, without an empty one at the end.
    pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<'_, P> {
        SplitTerminator(Parts::new(self, pat, false))
    }

    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> RSplitTerminator<'_, P> {
        RSplitTerminator(Parts::new(self, pat, false))
    }

    /// The parts, each with the match that ends it.
    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<'_, P> {
        SplitInclusive(Parts::new(self, pat, false))
    }

    /// At most `n` parts; the last one is all the rest.
    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P> {
        SplitN::new(Parts::new(self, pat, true), n)
    }

    /// At most `n` parts from the end; the last one is all that is before.
    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P> {
        RSplitN::new(Parts::new(self, pat, true), n)
    }

    /// What is before and behind the first match.
    pub fn split_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)> {
        let (start, end) = delimiter.find_in(self, 0, self.len())?;
        Some((&self[..start], &self[end..]))
    }

    /// What is before and behind the last match.
    pub fn rsplit_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)> {
        let (start, end) = delimiter.rfind_in(self, 0, self.len())?;
        Some((&self[..start], &self[end..]))
    }

    /// The parts that match.
    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P> {
        Matches(self.match_indices(pat))
    }

    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<'_, P> {
        RMatches(self.rmatch_indices(pat))
    }

    /// The parts that match, with the byte where each begins.
    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P> {
        MatchIndices(Parts::new(self, pat, true))
    }

    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<'_, P> {
        RMatchIndices(Parts::new(self, pat, true))
    }

    /// The text without white space at both ends.
    pub fn trim(&self) -> &str {
        self.trim_start().trim_end()
    }

    /// The text without white space at its start.
    pub fn trim_start(&self) -> &str {
        self.trim_start_matches(|c: char| c.is_whitespace())
    }

    /// The text without white space at its end.
    pub fn trim_end(&self) -> &str {
        self.trim_end_matches(|c: char| c.is_whitespace())
    }

    pub fn trim_left(&self) -> &str {
        self.trim_start()
    }

    pub fn trim_right(&self) -> &str {
        self.trim_end()
    }

    pub const fn trim_ascii(&self) -> &str {
        unsafe { super::from_utf8_unchecked(self.as_bytes().trim_ascii()) }
    }

    #[rustc_do_not_const_check]
    pub const fn trim_ascii_start(&self) -> &str {
        unsafe { super::from_utf8_unchecked(self.as_bytes().trim_ascii_start()) }
    }

    #[rustc_do_not_const_check]
    pub const fn trim_ascii_end(&self) -> &str {
        unsafe { super::from_utf8_unchecked(self.as_bytes().trim_ascii_end()) }
    }

    /// The text without matches at both ends.
    pub fn trim_matches<P: Pattern>(&self, mut pat: P) -> &str {
        trim_end_by(trim_start_by(self, &mut pat), &mut pat)
    }

    /// The text without matches at its start.
    pub fn trim_start_matches<P: Pattern>(&self, mut pat: P) -> &str {
        trim_start_by(self, &mut pat)
    }

    /// The text without matches at its end.
    pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_start_matches(pat)
    }

    pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_end_matches(pat)
    }

    /// Without what the pattern matches at the end.
    pub fn trim_end_matches<P: Pattern>(&self, mut pat: P) -> &str {
        trim_end_by(self, &mut pat)
    }

    /// The rest of the text, if it starts with the pattern.
    pub fn strip_prefix<P: Pattern>(&self, mut prefix: P) -> Option<&str> {
        let end = prefix.prefix_of(self)?;
        Some(&self[end..])
    }

    /// The text before the pattern, if it ends with it.
    pub fn strip_suffix<P: Pattern>(&self, mut suffix: P) -> Option<&str> {
        let start = suffix.suffix_of(self)?;
        Some(&self[..start])
    }

    /// The text with every match replaced.
    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {
        self.replacen(from, to, usize::MAX)
    }

    /// The text with the first `count` matches replaced.
    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {
        let mut text = String::with_capacity(self.len());
        let mut done = 0;
        for (at, part) in self.match_indices(pat).take(count) {
            text.push_str(&self[done..at]);
            text.push_str(to);
            done = at + part.len();
        }
        text.push_str(&self[done..]);
        text
    }
}

fn trim_start_by<'a, P: Pattern>(text: &'a str, pat: &mut P) -> &'a str {
    let mut rest = text;
    while let Some(end) = pat.prefix_of(rest) {
        if end == 0 {
            break;
        }
        rest = &rest[end..];
    }
    rest
}

fn trim_end_by<'a, P: Pattern>(text: &'a str, pat: &mut P) -> &'a str {
    let mut rest = text;
    while let Some(start) = pat.suffix_of(rest) {
        if start == rest.len() {
            break;
        }
        rest = &rest[..start];
    }
    rest
}
