enum E {
    A,
    B(i32),
    C { x: i32 },
}
impl E {
    const K: i32 = 1;
    fn f() {}
    fn g(&self) {
        match self {
            Self::A => {}
            Self::B(_) => {}
            Self::C { x } => {}
        }
        match self {
            Self::B => {}
//~^ ERROR[E0533] 13: expected unit struct, unit variant or constant, found tuple variant `Self::B`
            _ => {}
        }
        match self {
            Self::A(_) => {}
//~^ ERROR[E0164] 13: expected tuple struct or tuple variant, found unit variant `Self::A`
            _ => {}
        }
        match self {
            Self::C(_) => {}
//~^ ERROR[E0164] 13: expected tuple struct or tuple variant, found struct variant `Self::C`
            _ => {}
        }
        match self {
            Self::C => {}
//~^ ERROR[E0533] 13: expected unit struct, unit variant or constant, found struct variant `Self::C`
            _ => {}
        }
        match self {
            Self::B { y } => {}
//~^ ERROR[E0769] 13: tuple variant `Self::B` written as struct variant
            _ => {}
        }
        match self {
            Self::B { 0: y } => {}
            _ => {}
        }
        match self {
            Self::f => {}
//~^ ERROR[E0533] 13: expected unit struct, unit variant or constant, found associated function `Self::f`
            _ => {}
        }
        match self {
            Self::f(_) => {}
//~^ ERROR[E0164] 13: expected tuple struct or tuple variant, found associated function `Self::f`
            _ => {}
        }
        match 1 {
            Self::K => {}
            _ => {}
        }
        let x = Self::C;
//~^ ERROR[E0533] 17: expected value, found struct variant `Self::C`
        let y = Self::C(1);
//~^ ERROR[E0533] 17: expected value, found struct variant `Self::C`
        let z = Self::A {};
        let w = Self::B { 0: 1 };
        let v = Self::A(1);
//~^ ERROR[E0618] 17: expected function, found `E`
        let u = Self::A();
//~^ ERROR[E0618] 17: expected function, found enum variant `Self::A`
    }
}
struct P {
    x: i32,
    y: i32,
}
type Al = E;
fn h(p: P, e: E) {
    let P { x, x: z, y } = p;
//~^ ERROR[E0025] 16: field `x` bound multiple times in the pattern
    match e {
        Al::B => {}
//~^ ERROR[E0533] 9: expected unit struct, unit variant or constant, found tuple variant `Al::B`
        _ => {}
    }
    match e {
        E::B => {}
        _ => {}
    }
    match e {
        E::A(_) => {}
        _ => {}
    }
    match e {
        E::C => {}
//~^ ERROR[E0533] 9: expected unit struct, unit variant or constant, found struct variant `E::C`
        _ => {}
    }
    match e {
        E::C(_) => {}
//~^ ERROR[E0164] 9: expected tuple struct or tuple variant, found struct variant `E::C`
        _ => {}
    }
    let x = E::C;
//~^ ERROR[E0533] 13: expected value, found struct variant `E::C`
    let y = E::C(1);
//~^ ERROR[E0533] 13: expected value, found struct variant `E::C`
    let z = E::B { y: 1 };
//~^ ERROR[E0559] 20: variant `E::B` has no field named `y`
}
fn nums() {
    let x = 2.0;
    x.powi(2);
//~^ ERROR[E0689] 7: can't call method `powi` on ambiguous numeric type `{float}`
    2.0.sqrt();
//~^ ERROR[E0689] 9: can't call method `sqrt` on ambiguous numeric type `{float}`
    let a = 1.0.neg();
//~^ ERROR[E0689] 17: can't call method `neg` on ambiguous numeric type `{float}`
    5.pow(2);
//~^ ERROR[E0689] 7: can't call method `pow` on ambiguous numeric type `{integer}`
    let b = 1.nothing();
//~^ ERROR[E0599] 15: no method named `nothing` found for type `{integer}` in the current scope
    let c = 3.0.foo();
//~^ ERROR[E0599] 17: no method named `foo` found for type `{float}` in the current scope
    let y = 7;
    y.pow(2);
//~^ ERROR[E0689] 7: can't call method `pow` on ambiguous numeric type `{integer}`
    let q = 1.max(2);
}
fn main() {
    let mut x = 1;
    if x = 2 {}
//~^ ERROR[E0308] 8: mismatched types
    let b: bool = 0 = 0;
//~^ ERROR[E0308] 19: mismatched types
    while x = 1 {}
//~^ ERROR[E0308] 11: mismatched types
}
