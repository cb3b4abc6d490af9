// `{:?}` of a duration: `1.5s`, `2ms`, `350µs`, `7ns`.

use super::Duration;
use crate::fmt::{self, Write};

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = if f.sign_plus() { "+" } else { "" };
        let nanos = self.subsec_nanos();
        if self.as_secs() > 0 {
            decimal(f, self.as_secs(), nanos, 100_000_000, prefix, "s")
        } else if nanos >= 1_000_000 {
            decimal(f, (nanos / 1_000_000) as u64, nanos % 1_000_000, 100_000, prefix, "ms")
        } else if nanos >= 1_000 {
            decimal(f, (nanos / 1_000) as u64, nanos % 1_000, 100, prefix, "µs")
        } else {
            decimal(f, nanos as u64, 0, 1, prefix, "ns")
        }
    }
}

/// Writes `whole` and the digits of `rest`, whose first digit has the weight `weight`, rounded to the precision asked for.
fn decimal(
    f: &mut fmt::Formatter<'_>,
    whole: u64,
    rest: u32,
    weight: u32,
    prefix: &str,
    unit: &str,
) -> fmt::Result {
    let mut digits = String::new();
    let mut whole = whole as u128;
    let mut rest = rest;
    let mut weight = weight;
    let wanted = f.precision().unwrap_or(9).min(9);
    while rest > 0 && digits.len() < wanted {
        digits.push((b'0' + (rest / weight) as u8) as char);
        rest %= weight;
        weight /= 10;
    }
    // Half of the last place rounds up, exact halves to even.
    let odd = match digits.as_bytes().last() {
        Some(last) => last % 2 == 1,
        None => whole % 2 == 1,
    };
    if rest > 0 && (rest > weight * 5 || (rest == weight * 5 && odd)) {
        digits = round_up(&digits, &mut whole);
    }
    if let Some(precision) = f.precision() {
        while digits.len() < precision {
            digits.push('0');
        }
    }
    let mut text = String::from(prefix);
    text.push_str(&whole.to_string());
    if !digits.is_empty() {
        text.push('.');
        text.push_str(&digits);
    }
    text.push_str(unit);
    pad_text(f, &text)
}

fn round_up(digits: &str, whole: &mut u128) -> String {
    let mut rounded = Vec::new();
    let mut carry = true;
    for digit in digits.bytes().rev() {
        if !carry {
            rounded.push(digit);
        } else if digit == b'9' {
            rounded.push(b'0');
        } else {
            rounded.push(digit + 1);
            carry = false;
        }
    }
    if carry {
        *whole += 1;
    }
    rounded.reverse();
    String::from_utf8(rounded).unwrap()
}

/// Fills up to the width asked for; the precision has been used already.
fn pad_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let missing = f.width().unwrap_or(0).saturating_sub(text.chars().count());
    let before = match f.align() {
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
        _ => 0,
    };
    let fill = f.fill();
    for _ in 0..before {
        f.write_char(fill)?;
    }
    f.write_str(text)?;
    for _ in before..missing {
        f.write_char(fill)?;
    }
    Ok(())
}
