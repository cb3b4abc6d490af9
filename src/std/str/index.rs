// Cutting text with ranges of bytes, and the panics of ranges that do not fit.

use super::{from_utf8_unchecked, from_utf8_unchecked_mut};
use crate::fmt;
use crate::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::rt;
use crate::slice::{SliceIndex, from_raw_parts, from_raw_parts_mut};

impl<I: SliceIndex<str>> Index<I> for str {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}
impl<I: SliceIndex<str>> IndexMut<I> for str {
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

fn fits(text: &str, start: usize, end: usize) -> bool {
    start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
}

fn part(text: &str, start: usize, end: usize) -> &str {
    unsafe { from_utf8_unchecked(from_raw_parts(text.as_ptr().add(start), end - start)) }
}

fn part_mut(text: &mut str, start: usize, end: usize) -> &mut str {
    unsafe { from_utf8_unchecked_mut(from_raw_parts_mut(text.as_mut_ptr().add(start), end - start)) }
}

macro_rules! text_ranges {
    ($($ty:ty : $this:ident $len:ident => $start:expr, $end:expr, $written:expr;)*) => { $(
        impl SliceIndex<str> for $ty {
            type Output = str;
            fn get(self, text: &str) -> Option<&str> {
                let ($this, $len) = (self, text.len());
                let (start, end): (usize, usize) = ($start, $end);
                if fits(text, start, end) { Some(part(text, start, end)) } else { None }
            }
            fn get_mut(self, text: &mut str) -> Option<&mut str> {
                let ($this, $len) = (self, text.len());
                let (start, end): (usize, usize) = ($start, $end);
                if fits(text, start, end) { Some(part_mut(text, start, end)) } else { None }
            }
            fn index(self, text: &str) -> &str {
                let ($this, $len) = (self, text.len());
                let (start, end): (usize, usize) = ($start, $end);
                if !fits(text, start, end) {
                    fail(text, start, end, $written);
                }
                part(text, start, end)
            }
            fn index_mut(self, text: &mut str) -> &mut str {
                let ($this, $len) = (self, text.len());
                let (start, end): (usize, usize) = ($start, $end);
                if !fits(text, start, end) {
                    fail(text, start, end, $written);
                }
                part_mut(text, start, end)
            }
        }
    )* };
}
text_ranges! {
    Range<usize>: this _len => this.start, this.end, this.end;
    RangeTo<usize>: this _len => 0, this.end, this.end;
    RangeFrom<usize>: this len => this.start, if this.start > len { this.start } else { len }, len;
    RangeFull: _this len => 0, len, len;
    RangeInclusive<usize>: this _len => if this.exhausted { this.end.saturating_add(1) } else { this.start }, this.end.saturating_add(1), this.end;
    RangeToInclusive<usize>: this _len => 0, this.end.saturating_add(1), this.end;
}

/// Says what is wrong with `text[start..end]`; `written` is the end as it stands in the program.
pub(crate) fn fail(text: &str, start: usize, end: usize, written: usize) -> ! {
    let len = text.len();
    let (shown, dots) = if len > 256 { (&text[..text.floor_char_boundary(256)], "[...]") } else { (text, "") };
    let mut message = String::new();
    if start > len || end > len {
        let (name, index) = if start > len { ("start", start) } else { ("end", written) };
        message.push_str(name);
        message.push_str(" byte index ");
        number(&mut message, index);
        message.push_str(" is out of bounds of `");
    } else if start > end {
        message.push_str("begin > end (");
        number(&mut message, start);
        message.push_str(" > ");
        number(&mut message, end);
        message.push_str(") when slicing `");
    } else {
        let (name, index) = if !text.is_char_boundary(start) { ("start", start) } else { ("end", end) };
        let from = text.floor_char_boundary(index);
        let c = text[from..].chars().next().unwrap_or(' ');
        message.push_str(name);
        message.push_str(" byte index ");
        number(&mut message, index);
        message.push_str(" is not a char boundary; it is inside ");
        let _ = fmt::write_debug(&mut message, &c);
        message.push_str(" (bytes ");
        let _ = fmt::write_debug(&mut message, &(from..from + c.len_utf8()));
        message.push_str(") of `");
    }
    message.push_str(shown);
    message.push_str("`");
    message.push_str(dots);
    rt::panic_string(&message)
}

fn number(message: &mut String, n: usize) {
    let _ = fmt::write_debug(message, &n);
}
