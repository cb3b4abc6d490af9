// What a text can be searched for: a char, a text, a set of chars, a test on chars.
//
// A pattern is asked for its first match at or behind a position, or its last match that ends at or before one; everything
// else (split, trim, replace, …) is made of these two.

/// A char, a text, chars, or a test on chars.
pub trait Pattern: Sized {
    /// Start and end of the first match in `haystack[from..to]`.
    fn find_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)>;
    /// Start and end of the last match in `haystack[from..to]`.
    fn rfind_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)>;
    /// End of a match right at the start.
    fn prefix_of(&mut self, haystack: &str) -> Option<usize>;
    /// Start of a match right at the end.
    fn suffix_of(&mut self, haystack: &str) -> Option<usize>;
    /// A text that matches nothing but itself, if it is empty: matches overlap with every boundary.
    fn is_empty(&self) -> bool {
        false
    }
}

/// Patterns whose matches are the same from either end.
pub trait DoubleEndedPattern: Pattern {}

fn find_char<F: FnMut(char) -> bool>(haystack: &str, from: usize, to: usize, mut test: F) -> Option<(usize, usize)> {
    let mut at = from;
    for c in haystack[from..to].chars() {
        let end = at + c.len_utf8();
        if test(c) {
            return Some((at, end));
        }
        at = end;
    }
    None
}

fn rfind_char<F: FnMut(char) -> bool>(haystack: &str, from: usize, to: usize, mut test: F) -> Option<(usize, usize)> {
    let mut end = to;
    let mut chars = haystack[from..to].chars();
    while let Some(c) = chars.next_back() {
        let at = end - c.len_utf8();
        if test(c) {
            return Some((at, end));
        }
        end = at;
    }
    None
}

macro_rules! char_tests {
    ($([$($params:tt)*] $ty:ty : $this:ident $c:ident => $test:expr;)*) => { $(
        impl<$($params)*> Pattern for $ty {
            fn find_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                let $this = self;
                find_char(haystack, from, to, |$c| $test)
            }
            fn rfind_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                let $this = self;
                rfind_char(haystack, from, to, |$c| $test)
            }
            fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
                let $this = self;
                let $c = haystack.chars().next()?;
                if $test { Some($c.len_utf8()) } else { None }
            }
            fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
                let $this = self;
                let $c = haystack.chars().next_back()?;
                if $test { Some(haystack.len() - $c.len_utf8()) } else { None }
            }
        }
        impl<$($params)*> DoubleEndedPattern for $ty {}
    )* };
}
char_tests! {
    [F: FnMut(char) -> bool] F: this c => this(c);
    [const N: usize] [char; N]: this c => this.contains(&c);
    [const N: usize] &[char; N]: this c => this.contains(&c);
    [] &[char]: this c => this.contains(&c);
}

impl Pattern for char {
    fn find_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
        (&*self.encode_utf8(&mut [0; 4])).find_in(haystack, from, to)
    }
    fn rfind_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
        (&*self.encode_utf8(&mut [0; 4])).rfind_in(haystack, from, to)
    }
    fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
        if haystack.chars().next()? == *self { Some(self.len_utf8()) } else { None }
    }
    fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
        if haystack.chars().next_back()? == *self { Some(haystack.len() - self.len_utf8()) } else { None }
    }
}

impl DoubleEndedPattern for char {}

impl Pattern for &str {
    fn find_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
        let at = crate::intrinsics::bytes_find(&haystack.as_bytes()[..to], self.as_bytes(), from);
        if at == usize::MAX { None } else { Some((at, at + self.len())) }
    }
    fn rfind_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
        let at = crate::intrinsics::bytes_rfind(haystack.as_bytes(), self.as_bytes(), to);
        if at == usize::MAX || at < from { None } else { Some((at, at + self.len())) }
    }
    fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
        if haystack.as_bytes().starts_with(self.as_bytes()) { Some(self.len()) } else { None }
    }
    fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
        if haystack.as_bytes().ends_with(self.as_bytes()) { Some(haystack.len() - self.len()) } else { None }
    }
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

macro_rules! as_text {
    ($($ty:ty)*) => { $(
        impl Pattern for $ty {
            fn find_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                (&***self).find_in(haystack, from, to)
            }
            fn rfind_in(&mut self, haystack: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                (&***self).rfind_in(haystack, from, to)
            }
            fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
                (&***self).prefix_of(haystack)
            }
            fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
                (&***self).suffix_of(haystack)
            }
            fn is_empty(&self) -> bool {
                self.len() == 0
            }
        }
    )* };
}
as_text! { &String &&str }
