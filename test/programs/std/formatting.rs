//@ status: ok
//@ oracle: rustc
use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, Clone, Default, PartialEq)]
struct Point {
    x: i32,
    label: Option<String>,
}

#[derive(Debug, PartialEq)]
enum Shape {
    Unit,
    Tuple(i32, &'static str),
    Named { at: Vec<u8> },
}

struct Padded(&'static str);

impl fmt::Display for Padded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

fn main() {
    assert_eq!(
        format!("[{:5}][{:<5}][{:^5}][{:*>5}][{:05}][{:+}]", 42, 42, 42, 42, -42, 42),
        "[   42][42   ][ 42  ][***42][-0042][+42]"
    );
    assert_eq!(format!("{:#x} {:#010b} {:o} {:X} {:x}", 255, 5, 8, 255, -1i8), "0xff 0b00000101 10 FF ff");
    assert_eq!(
        format!("[{:5}][{:>5}][{:^5}][{:.2}][{:-^7.1}]", "ab", "ab", "ab", "abc", "xyz"),
        "[ab   ][   ab][ ab  ][ab][---x---]"
    );
    assert_eq!(
        format!("{:.2} {:8.3} {:+.1} {:08.2} {:e} {:.0} {:.0}", 3.14159, 2.5, 1.25, -3.14159, 1234.5, 2.5, 3.5),
        "3.14    2.500 +1.2 -0003.14 1.2345e3 2 4"
    );
    assert_eq!(
        format!("{} {} {} {}", 1.0, 0.1 + 0.2, 1e21, 1e-7),
        "1 0.30000000000000004 1000000000000000000000 0.0000001"
    );
    assert_eq!(format!("{:?} {:?} {:?} {:?} {:?}", 1.0, 1e16, 1e-5, f64::NAN, -0.0), "1.0 1e16 1e-5 NaN -0.0");
    let (width, precision, name) = (8, 2, "n");
    assert_eq!(
        format!("[{:width$.precision$}][{:1$}][{:.*}][{name:>3}][{0}{0}]", 1.23456, 6, 1, 2.55),
        "[    1.23][     6][2.5][  n][1.234561.23456]"
    );
    assert_eq!(format!("{{}} {:?} {:?} {:?}", "q\"\t\u{1}é", '\'', "it's"), "{} \"q\\\"\\t\\u{1}é\" '\\'' \"it's\"");

    let point = Point { x: 1, label: Some("a".into()) };
    assert_eq!(format!("{point:?}"), "Point { x: 1, label: Some(\"a\") }");
    assert_eq!(format!("{:#?}", point), "Point {\n    x: 1,\n    label: Some(\n        \"a\",\n    ),\n}");
    assert_eq!(
        format!("{:?} {:?} {:?}", Shape::Unit, Shape::Tuple(1, "x"), Shape::Named { at: vec![1] }),
        "Unit Tuple(1, \"x\") Named { at: [1] }"
    );
    assert_eq!(format!("{:?} {:?} {:?}", (1,), (), [Some(1.5), None]), "(1,) () [Some(1.5), None]");
    assert_eq!(format!("{:02x?} {:3?}", [10, 255], Some(2)), "[0a, ff] Some(  2)");
    assert_eq!(format!("{:#?}", BTreeMap::from([(1, "a")])), "{\n    1: \"a\",\n}");
    assert_eq!(format!("{:>4}|{:<4}|{:.1}", Padded("ab"), Padded("ab"), Padded("ab")), "  ab|ab  |a");
    assert_eq!(format!("{:?} {:?} {:?}", 1..2, ..=3, 'a'..), "1..2 ..=3 'a'..");
    let mut text = String::new();
    fmt::Write::write_fmt(&mut text, format_args!("{}-{:?}", 1, Point::default().label)).unwrap();
    assert_eq!(text, "1-None");
}
