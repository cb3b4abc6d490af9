use std::ops::{Add, Index, Mul};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Vector<T, const N: usize>([T; N]);

impl<T: Add<Output = T> + Copy, const N: usize> Add for Vector<T, N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let mut sum = self;
        for (at, slot) in sum.0.iter_mut().enumerate() {
//           ^^ type: usize
//               ^^^^ type: &mut T
            *slot = *slot + other.0[at];
        }
        sum
    }
}

impl<T: Mul<Output = T> + Copy, const N: usize> Mul<T> for Vector<T, N> {
    type Output = Vector<T, N>;
    fn mul(self, factor: T) -> Self::Output {
        Vector(self.0.map(|part| part * factor))
    }
}

impl<T, const N: usize> Index<usize> for Vector<T, N> {
    type Output = T;
    fn index(&self, at: usize) -> &T {
        &self.0[at]
    }
}

struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    fn new() -> Self {
        Self { items: Vec::new() }
    }
    fn push(mut self, item: T) -> Self {
        self.items.push(item);
        self
    }
    fn peek(&self) -> Option<&T> {
        self.items.last()
    }
}

fn pick<A, B>(a: A, _: B) -> A {
    a
}

fn main() {
    let vector = Vector([1.5, 2.0]);
//      ^^^^^^ type: Vector<f64, 2>
    let sum = vector + vector;
    let scaled = sum * 2.0;
//      ^^^^^^ type: Vector<f64, 2>
    let part = scaled[0];
    let stack = Stack::new().push("a").push("b");
//      ^^^^^ type: Stack<&str>
    let top = stack.peek();
//      ^^^ type: Option<&&str>
    let picked = pick::<_, u8>('x', 1);
//      ^^^^^^ type: char
    let none = None::<Vec<u8>>;
//      ^^^^ type: Option<Vec<u8>>
    let converted: String = 'c'.into();
//      ^^^^^^^^^ type: String
    let boxed: Box<[i32]> = vec![1, 2].into();
//      ^^^^^ type: Box<[i32]>
    let text = String::from_iter(['a', 'b']);
//      ^^^^ type: String
    let default: (i32, Vec<String>) = Default::default();
//      ^^^^^^^ type: (i32, Vec<String>)
    let swapped = std::mem::replace(&mut Some(1), None);
//      ^^^^^^^ type: Option<i32>
    drop((part, top, picked, none, converted, boxed, text, default, swapped));
}
