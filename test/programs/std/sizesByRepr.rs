//@ status: ok
//@ outcome: ok "8 2 4\n5 1\n6 2\n16 16\n7\n"
#![allow(dead_code)]
use std::mem::{align_of, size_of};

#[repr(C)]
enum Plain {
    Byte(u8),
    Empty,
}

#[repr(C, u8)]
enum Narrow {
    Byte(u8),
    Empty,
}

#[repr(u16)]
enum Two {
    Byte(u8),
    Empty,
}

#[repr(C, packed)]
struct Tight {
    tag: u8,
    value: u32,
}

#[repr(C, packed(2))]
struct Half {
    tag: u8,
    value: u32,
}

#[repr(C, align(16))]
struct Roomy {
    tag: u8,
}

fn main() {
    println!("{} {} {}", size_of::<Plain>(), size_of::<Narrow>(), size_of::<Two>());
    println!("{} {}", size_of::<Tight>(), align_of::<Tight>());
    println!("{} {}", size_of::<Half>(), align_of::<Half>());
    println!("{} {}", size_of::<Roomy>(), align_of::<[Roomy; 2]>());
    println!("{}", { Tight { tag: 1, value: 7 }.value });
}
