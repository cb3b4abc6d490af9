use std::ops::{Deref, DerefMut};

struct Wrapper(Vec<u32>);

impl Deref for Wrapper {
    type Target = Vec<u32>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Wrapper {
    fn deref_mut(&mut self) -> &mut Vec<u32> {
        &mut self.0
    }
}

trait Extension {
    fn second(&self) -> Option<&u32>;
}

impl Extension for [u32] {
    fn second(&self) -> Option<&u32> {
        self.get(1)
    }
}

struct Builder {
    name: String,
    size: usize,
}

impl Builder {
    fn named(name: impl Into<String>) -> Self {
        Builder { name: name.into(), size: 0 }
    }
    fn size(mut self, size: usize) -> Self {
        self.size = size;
        self
    }
    fn rename(&mut self, name: &str) -> &mut Self {
        self.name = name.to_string();
        self
    }
}

fn main() {
    let mut wrapper = Wrapper(vec![1, 2]);
//          ^^^^^^^ type: Wrapper
    wrapper.push(3);
    let second = wrapper.second().copied();
//      ^^^^^^ type: Option<u32>
    let length = wrapper.len();
//      ^^^^^^ type: usize
    let slice: &[u32] = &wrapper;
//      ^^^^^ type: &[u32]
    let split = slice.split_first().map(|(head, _)| *head);
//      ^^^^^ type: Option<u32>
    wrapper[0] = 5;
    let mutable = wrapper.iter_mut().last();
//      ^^^^^^^ type: Option<&mut u32>
    let mut builder = Builder::named("a").size(3);
//          ^^^^^^^ type: Builder
    let renamed = builder.rename("b");
//      ^^^^^^^ type: &mut Builder
    let field = &renamed.name;
//      ^^^^^ type: &String
    let reference = &&mut 5i64;
//      ^^^^^^^^^ type: &&mut i64
    let absolute = reference.abs();
//      ^^^^^^^^ type: i64
    let array = [3, 1, 2];
//      ^^^^^ type: [i32; 3]
    let sorted = { let mut copy = array; copy.sort(); copy };
//      ^^^^^^ type: [i32; 3]
//                         ^^^^ type: [i32; 3]
    let contains = array.contains(&3);
//      ^^^^^^^^ type: bool
    let cloned = (&array).clone();
//      ^^^^^^ type: [i32; 3]
    let string = &String::from("x");
//      ^^^^^^ type: &String
    let copied = string.clone();
//      ^^^^^^ type: String
    drop((second, length, split, mutable, field, absolute, sorted, contains, cloned, copied));
}
