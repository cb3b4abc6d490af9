use std::collections::HashMap;
use std::sync::*;
fn plain() -> i32 {
    1
}
struct S;
impl S {
    fn make() -> S {
        S
    }
    fn get(&self) -> i32 {
        1
    }
}
impl Default for S {
    fn default() -> S {
        S
    }
}
impl std::ops::Add for S {
    type Output = S;
    fn add(self, o: S) -> S {
        S
    }
}
static A: i32 = plain();
//~^ ERROR[E0015] 17: cannot call non-const function `plain` in statics
const B: i32 = plain();
//~^ ERROR[E0015] 16: cannot call non-const function `plain` in constants
const fn c() -> i32 {
    plain()
//~^ ERROR[E0015] 5: cannot call non-const function `plain` in constant functions
}
static D: Mutex<HashMap<i32, i32>> = Mutex::new(HashMap::new());
//~^ ERROR[E0015] 49: cannot call non-const associated function `HashMap::<i32, i32>::new` in statics
static E: String = String::from("a");
//~^ ERROR[E0015] 20: cannot call non-const associated function `<String as From<&str>>::from` in statics
const F: S = S::make();
//~^ ERROR[E0015] 14: cannot call non-const associated function `S::make` in constants
const G: i32 = F.get();
//~^ ERROR[E0015] 18: cannot call non-const method `S::get` in constants
const H: S = S::default();
//~^ ERROR[E0015] 14: cannot call non-const associated function `<S as Default>::default` in constants
const I: S = S + S;
//~^ ERROR[E0015] 14: cannot call non-const operator in constants
static K: Arc<i32> = Arc::new(1);
//~^ ERROR[E0015] 22: cannot call non-const associated function `Arc::<i32>::new` in statics
const L: [i32; 2] = [1, 2];
const M: bool = {
    let mut i = 0;
    for x in 0..3 {
//~^ ERROR[E0015] 14: cannot use `for` loop on `Range<i32>` in constants
        i += x;
    }
    i == 3
};
static Q: LazyLock<i32> = LazyLock::new(|| plain());
const R: String = "a".to_string();
//~^ ERROR[E0015] 23: cannot call non-const method `<str as ToString>::to_string` in constants
const U: usize = "abc".len();
static V: Box<i32> = Box::new(1);
//~^ ERROR[E0015] 22: cannot call non-const associated function `Box::<i32>::new` in statics
fn main() {
    let b = const { plain() };
//~^ ERROR[E0015] 21: cannot call non-const function `plain` in constants
}
