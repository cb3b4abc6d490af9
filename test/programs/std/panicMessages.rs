//@ status: ok
//@ oracle: rustc
use std::cell::RefCell;
use std::collections::HashMap;
use std::panic::{self, UnwindSafe};

fn message<T>(f: impl FnOnce() -> T + UnwindSafe) -> String {
    let Err(payload) = panic::catch_unwind(f) else { return String::new() };
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast_ref::<&str>().unwrap().to_string(),
    }
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    let v = vec![1, 2, 3];
    let five: usize = "5".parse().unwrap();
    assert_eq!(message(|| v[five]), "index out of bounds: the len is 3 but the index is 5");
    assert_eq!(message(|| v[five..].len()), "range start index 5 out of range for slice of length 3");
    assert_eq!(message(|| v[..=five].len()), "range end index 5 out of range for slice of length 3");
    assert_eq!(message(|| v[2..five - 4].len()), "slice index starts at 2 but ends at 1");
    assert_eq!(message(|| v.clone().remove(3)), "removal index (is 3) should be < len (is 3)");
    assert_eq!(message(|| v.clone().insert(9, 1)), "insertion index (is 9) should be <= len (is 3)");
    assert_eq!(
        message(|| "hé"[..2].len()),
        "end byte index 2 is not a char boundary; it is inside 'é' (bytes 1..3) of `hé`"
    );
    assert_eq!(message(|| None::<i32>.unwrap()), "called `Option::unwrap()` on a `None` value");
    assert_eq!(message(|| None::<i32>.expect("need one")), "need one");
    assert_eq!(
        message(|| Err::<i32, _>("bad").unwrap()),
        "called `Result::unwrap()` on an `Err` value: \"bad\""
    );
    assert_eq!(message(|| "x".parse::<i32>().expect("digits")), "digits: ParseIntError { kind: InvalidDigit }");
    assert_eq!(message(|| HashMap::from([(1, 2)])[&3]), "no entry found for key");
    assert_eq!(message(|| i32::MAX - i32::MAX / (five - 5) as i32), "attempt to divide by zero");
    assert_eq!(message(|| 250u8 + five as u8 * 2), "attempt to add with overflow");
    assert_eq!(message(|| 1u32 << (five * 7)), "attempt to shift left with overflow");
    assert_eq!(message(|| assert_eq!(1, 2, "sum {}", 3)), "assertion `left == right` failed: sum 3\n  left: 1\n right: 2");
    assert_eq!(message(|| assert!(five < 5 && five  > 1)), "assertion failed: five < 5 && five > 1");
    assert_eq!(message(|| unreachable!("state {five}")), "internal error: entered unreachable code: state 5");
    assert_eq!(message(|| todo!()), "not yet implemented");
    let twice = || {
        let cell = RefCell::new(1);
        let _first = cell.borrow_mut();
        drop(cell.borrow());
    };
    assert_eq!(message(twice), "RefCell already mutably borrowed");
    assert_eq!(panic::catch_unwind(|| panic::panic_any(42)).unwrap_err().downcast_ref::<i32>(), Some(&42));
}
