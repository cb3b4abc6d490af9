use std::collections::HashMap;
use std::fmt::Debug;

trait Shape {
    const SIDES: u32;
    type Unit: Debug + Default;
    fn area(&self) -> f64;
    fn unit(&self) -> Self::Unit {
        Self::Unit::default()
    }
}

#[derive(Clone, Debug, PartialEq, Default)]
struct Square(f64);

impl Shape for Square {
    const SIDES: u32 = 4;
    type Unit = &'static str;
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

trait Named {
    fn name(&self) -> String;
}

impl<T: Debug> Named for T {
    fn name(&self) -> String {
        format!("{self:?}")
    }
}

fn describe<S: Shape>(shape: &S) -> (u32, S::Unit) {
    let unit = shape.unit();
//      ^^^^ type: <S as Shape>::Unit
    let sides = S::SIDES;
//      ^^^^^ type: u32
    (sides, unit)
}

fn largest<'a>(shapes: &'a [Box<dyn Named>]) -> Option<&'a Box<dyn Named>> {
    let longest = shapes.iter().max_by_key(|shape| shape.name().len());
//      ^^^^^^^ type: Option<&Box<dyn Named>>
    longest
}

fn main() {
    let square = Square(2.0);
//      ^^^^^^ type: Square
    let described = describe(&square);
//      ^^^^^^^^^ type: (u32, &str)
    let named: Box<dyn Named> = Box::new(square.clone());
//      ^^^^^ type: Box<dyn Named>
    let name = named.name();
//      ^^^^ type: String
    let number = 5.name();
//      ^^^^^^ type: String
    let list = vec![named, Box::new("text")];
//      ^^^^ type: Vec<Box<dyn Named>>
    let best = largest(&list).map(|shape| shape.name());
//      ^^^^ type: Option<String>
    let default = Square::default();
//      ^^^^^^^ type: Square
    let same = default == square;
//      ^^^^ type: bool
    let mut by_name = HashMap::new();
//          ^^^^^^^ type: HashMap<String, Square>
    by_name.insert(default.name(), default);
    let entry = by_name.entry(String::new()).or_insert_with(Default::default);
//      ^^^^^ type: &mut Square
    entry.0 = 1.0;
    drop((described, name, number, best, same));
}
