//@ status: ok
//@ oracle: rustc
use std::str::FromStr;

#[derive(Debug, PartialEq)]
struct Rgb(u8, u8, u8);

impl FromStr for Rgb {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        let numbers: Vec<u8> =
            s.split(',').map(|n| n.parse::<u8>().map_err(|e| e.to_string())).collect::<Result<_, _>>()?;
        match numbers[..] {
            [r, g, b] => Ok(Rgb(r, g, b)),
            _ => Err(format!("{} numbers", numbers.len())),
        }
    }
}

fn int_error(text: &str) -> String {
    text.parse::<i8>().unwrap_err().to_string()
}

fn main() {
    assert_eq!(("42".parse(), "+7".parse(), "-128".parse()), (Ok(42u8), Ok(7i8), Ok(-128i8)));
    assert_eq!(int_error(""), "cannot parse integer from empty string");
    assert_eq!(int_error("1x"), "invalid digit found in string");
    assert_eq!(int_error("128"), "number too large to fit in target type");
    assert_eq!(int_error("-129"), "number too small to fit in target type");
    assert_eq!((i32::from_str_radix("-7f", 16), u64::from_str_radix("zz", 36)), (Ok(-127), Ok(1295)));
    assert_eq!(
        ("2.5e3".parse(), ".5".parse(), "-0".parse::<f64>().map(f64::is_sign_negative)),
        (Ok(2500.0), Ok(0.5f32), Ok(true))
    );
    assert_eq!("x".parse::<f64>().unwrap_err().to_string(), "invalid float literal");
    assert_eq!(("true".parse::<bool>(), "yes".parse::<bool>().is_err()), (Ok(true), true));
    assert_eq!("xy".parse::<char>().unwrap_err().to_string(), "too many characters in string");
    assert_eq!("1,2,3".parse(), Ok(Rgb(1, 2, 3)));
    assert_eq!("1,2".parse::<Rgb>(), Err("2 numbers".to_string()));
    assert_eq!("1,2,300".parse::<Rgb>(), Err("number too large to fit in target type".to_string()));

    assert_eq!((u8::try_from(255), u8::try_from(-1).is_err(), i8::try_from(127u64)), (Ok(255), true, Ok(127)));
    assert_eq!(u8::try_from(300i32).unwrap_err().to_string(), "out of range integral type conversion attempted");
    assert_eq!(
        (char::from_u32(0x41), char::try_from(0xD800u32).is_err(), char::from_digit(11, 16)),
        (Some('A'), true, Some('b'))
    );
    assert_eq!((i64::from(3u8) + i64::from(true), f64::from(1.5f32), u32::from('a')), (4, 1.5, 97));
    assert_eq!(
        (-1i32 as u8, 300i32 as u8, 3.9 as i32, -5.0 as u8, f64::NAN as i32, 1e20 as i32),
        (255, 44, 3, 0, 0, i32::MAX)
    );
}
