//@ status: ok
//@ outcome: ok "d1fba762150c532c 68a914128e01e473 c123179807bd2fea\n719b50b9a4f0e9f3 ea2d722b6816c9e6\n1074f70bdb39c2c3 bc87eb5af6d70cea\nfe463a505f9aae8d 35029a3b6274a39b\nbd60acb658c79e45 7e3d665b53f6cd68\nf9595676237599aa\nc3591ddc399293fd\ntrue\n"
use std::collections::hash_map::DefaultHasher;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

#[derive(Hash)]
enum Shape {
    Dot,
    Line(u16),
    Box { width: i64, name: &'static str },
}

fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn main() {
    println!("{:x} {:x} {:x}", DefaultHasher::new().finish(), hash(&0u8), hash(&7i32));
    println!("{:x} {:x}", hash("a"), hash("a longer text, of more than one word"));
    println!("{:x} {:x}", hash(&(1u8, 'x', true)), hash(&[1u32, 2, 3][..]));
    println!("{:x} {:x}", hash(&vec![Some(1), None]), hash(&u128::MAX));
    println!("{:x} {:x}", hash(&Shape::Dot), hash(&Shape::Line(3)));
    println!("{:x}", hash(&Shape::Box { width: -1, name: "b" }));
    println!("{:x}", BuildHasherDefault::<DefaultHasher>::default().hash_one("one"));
    let random = RandomState::new();
    println!("{}", random.hash_one(5) == random.hash_one(5));
}
