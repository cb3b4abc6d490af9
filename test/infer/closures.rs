fn apply<F: FnOnce(i32) -> R, R>(f: F) -> R {
    f(1)
}

fn twice(f: impl Fn(u8) -> u8) -> impl Fn(u8) -> u8 {
    move |x| f(f(x))
}

fn main() {
    let base = 10;
//      ^^^^ type: i32
    let add = |x| x + base;
//      ^^^ type: {closure}
    let sum = add(5);
//      ^^^ type: i32
    let text = apply(|n| n.to_string());
//      ^^^^ type: String
    let boxed: Box<dyn Fn(&str) -> usize> = Box::new(|s| s.len());
//      ^^^^^ type: Box<dyn Fn(&str) -> usize>
    let length = boxed("abc");
//      ^^^^^^ type: usize
    let pointer: fn(i32) -> i32 = |x| x - 1;
//      ^^^^^^^ type: fn(i32) -> i32
    let lowered = pointer(3);
//      ^^^^^^^ type: i32
    let quadruple = twice(|x| x * 2);
//      ^^^^^^^^^ type: impl Fn(u8) -> u8
    let eight = quadruple(2);
//      ^^^^^ type: u8
    let mut count = 0usize;
//          ^^^^^ type: usize
    let mut next = || {
//          ^^^^ type: {closure}
        count += 1;
        count
    };
    let one = next();
//      ^^^ type: usize
    let functions = [i32::abs, |x| x * 2];
//      ^^^^^^^^^ type: [fn(i32) -> i32; 2]
    let values = functions.iter().map(|f| f(-3)).collect::<Vec<_>>();
//      ^^^^^^ type: Vec<i32>
    drop((sum, text, length, lowered, eight, one, values));
}
