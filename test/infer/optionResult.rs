use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum Failure {
    Number(ParseIntError),
    Negative(i64),
}

impl From<ParseIntError> for Failure {
    fn from(error: ParseIntError) -> Self {
        Failure::Number(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Number(cause) => write!(f, "{cause}"),
            Failure::Negative(n) => write!(f, "{n} is negative"),
        }
    }
}

fn parse(text: &str) -> Result<i64, Failure> {
    let number = text.trim().parse()?;
//      ^^^^^^ type: i64
    if number < 0 {
        return Err(Failure::Negative(number));
    }
    Ok(number)
}

fn main() {
    let good = parse("1");
//      ^^^^ type: Result<i64, Failure>
    let mapped = good.map(|n| n as f64 / 2.0);
//      ^^^^^^ type: Result<f64, Failure>
    let ok = mapped.as_ref().ok();
//      ^^ type: Option<&f64>
    let or = parse("x").unwrap_or_default();
//      ^^ type: i64
    let and = parse("2").and_then(|n| u8::try_from(n).map_err(|_| Failure::Negative(n)));
//      ^^^ type: Result<u8, Failure>
    let option = Some(3).filter(|n| n % 2 == 1).xor(None);
//      ^^^^^^ type: Option<i32>
    let text = option.map_or_else(String::new, |n| n.to_string());
    let transposed = Some(parse("4")).transpose();
//      ^^^^^^^^^^ type: Result<Option<i64>, Failure>
    let zipped = Some('a').zip(Some("b"));
//      ^^^^^^ type: Option<(char, &str)>
    let chained = Some(5).ok_or("none").is_ok_and(|n| n > 3);
//      ^^^^^^^ type: bool
    let taken = Some(String::new()).take();
//      ^^^^^ type: Option<String>
    drop((ok, or, and, text, transposed, zipped, chained, taken));
}
