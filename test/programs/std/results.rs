//@ status: ok
//@ oracle: rustc
use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum Wrong {
    Number(ParseIntError),
    Negative(i64),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Number(e) => write!(f, "no number: {e}"),
            Wrong::Negative(n) => write!(f, "negative: {n}"),
        }
    }
}

impl Error for Wrong {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Wrong::Number(e) => Some(e),
            Wrong::Negative(_) => None,
        }
    }
}

impl From<ParseIntError> for Wrong {
    fn from(e: ParseIntError) -> Self {
        Wrong::Number(e)
    }
}

fn read(text: &str) -> Result<i64, Wrong> {
    let n: i64 = text.trim().parse()?;
    if n < 0 {
        Err(Wrong::Negative(n))
    } else {
        Ok(n)
    }
}

fn boxed(text: &str) -> Result<i64, Box<dyn Error>> {
    if text.is_empty() {
        return Err("empty".into());
    }
    Ok(read(text)?)
}

fn main() {
    assert_eq!(read(" 4 ").unwrap(), 4);
    assert_eq!(read("x").unwrap_err().to_string(), "no number: invalid digit found in string");
    let failed = boxed("").unwrap_err();
    assert_eq!((failed.to_string(), format!("{failed:?}")), ("empty".to_string(), "\"empty\"".to_string()));
    let failed = boxed("").or_else(|_| boxed("-3")).unwrap_err();
    assert!(failed.is::<Wrong>() && failed.source().is_none());
    assert!(matches!(*failed.downcast::<Wrong>().unwrap(), Wrong::Negative(-3)));
    assert_eq!(read("").unwrap_err().source().unwrap().to_string(), "cannot parse integer from empty string");

    let ok: Result<i32, String> = Ok(2);
    let err: Result<i32, String> = Err("bad".into());
    assert_eq!((ok.as_ref().map(|n| n + 1), err.as_ref().map_err(|e| e.len())), (Ok(3), Err(3)));
    assert_eq!((ok.clone().ok(), err.clone().err(), err.clone().unwrap_or(7)), (Some(2), Some("bad".into()), 7));
    assert_eq!(["1", "2"].iter().map(|s| s.parse::<i32>()).sum::<Result<i32, _>>(), Ok(3));
    assert!(["1", "y"].iter().map(|s| s.parse::<i32>()).collect::<Result<Vec<_>, _>>().is_err());
    assert!(ok.is_ok_and(|n| n == 2) && err.is_err());
}
