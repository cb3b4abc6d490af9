struct A(i32);
struct B {
    x: i32,
}
enum E {
    X,
    Y,
}
enum F {
    X(i32),
}
trait T {}
impl T for i32 {}
fn main() {
    let a = 'c' as u32;
    let a = 65u32 as char;
//~^ ERROR[E0604] 13: only `u8` can be cast as `char`, not `u32`
    let a = 65i32 as char;
//~^ ERROR[E0604] 13: only `u8` can be cast as `char`, not `i32`
    let a = 1 as bool;
//~^ ERROR[E0054] 13: cannot cast `{integer}` as `bool`
    let a = 1.5 as bool;
//~^ ERROR[E0054] 13: cannot cast `{float}` as `bool`
    let a = 1.5 as char;
//~^ ERROR[E0604] 13: only `u8` can be cast as `char`, not `{float}`
    let a = true as f32;
//~^ ERROR[E0606] 13: casting `bool` as `f32` is invalid
    let a = true as char;
//~^ ERROR[E0604] 13: only `u8` can be cast as `char`, not `bool`
    let s = "a";
    let a = s as u8;
//~^ ERROR[E0606] 13: casting `&str` as `u8` is invalid
    let a = s as String;
//~^ ERROR[E0605] 13: non-primitive cast: `&str` as `String`
    let a = String::new() as i32;
//~^ ERROR[E0605] 13: non-primitive cast: `String` as `i32`
    let a = A(1) as i32;
//~^ ERROR[E0605] 13: non-primitive cast: `A` as `i32`
    let a = B { x: 1 } as i64;
//~^ ERROR[E0605] 13: non-primitive cast: `B` as `i64`
    let a = E::X as i32;
    let a = E::X as f32;
//~^ ERROR[E0606] 13: casting `E` as `f32` is invalid
    let a = E::X as bool;
//~^ ERROR[E0054] 13: cannot cast `E` as `bool`
    let a = F::X(1) as i32;
//~^ ERROR[E0605] 13: non-primitive cast: `F` as `i32`
    let a = 3 as E;
//~^ ERROR[E0605] 13: non-primitive cast: `{integer}` as `E`
    let v = vec![1];
    let a = v as u32;
//~^ ERROR[E0605] 13: non-primitive cast: `Vec<{integer}>` as `u32`
    let a = &v as u32;
//~^ ERROR[E0606] 13: casting `&Vec<{integer}>` as `u32` is invalid
    let a = &1u8 as u32;
//~^ ERROR[E0606] 13: casting `&u8` as `u32` is invalid
    let a = &1u8 as f32;
//~^ ERROR[E0606] 13: casting `&u8` as `f32` is invalid
    let a = &1u8 as bool;
//~^ ERROR[E0606] 13: casting `&u8` as `bool` is invalid
    let a = &1u8 as char;
//~^ ERROR[E0606] 13: casting `&u8` as `char` is invalid
    let p = &1u8 as *const u8;
    let a = p as u8;
    let a = p as f32;
//~^ ERROR[E0606] 13: casting `*const u8` as `f32` is invalid
    let a = p as bool;
//~^ ERROR[E0054] 13: cannot cast `*const u8` as `bool`
    let a = p as char;
//~^ ERROR[E0604] 13: only `u8` can be cast as `char`, not `*const u8`
    let a = p as *const [u8];
//~^ ERROR[E0607] 13: cannot cast thin pointer `*const u8` to wide pointer `*const [u8]`
    let a = p as *const u16;
    let a = p as *const dyn T;
//~^ ERROR[E0277] 13: the trait bound `u8: T` is not satisfied
    let a = p as &u8;
//~^ ERROR[E0605] 13: non-primitive cast: `*const u8` as `&u8`
    let a = 1usize as *const u8;
    let a = 1u8 as *const u8;
    let a = 1i32 as *const [u8];
//~^ ERROR[E0606] 21: cannot cast `i32` to a pointer that is wide
    let a = 1.0 as *const u8;
//~^ ERROR[E0606] 13: casting `{float}` as `*const u8` is invalid
    let a = 'c' as *const u8;
//~^ ERROR[E0606] 13: casting `char` as `*const u8` is invalid
    let a = true as *const u8;
//~^ ERROR[E0606] 13: casting `bool` as `*const u8` is invalid
    let a = main as usize;
    let a = main as u8;
    let a = main as fn();
    let a = main as *const u8;
    let a = main as f32;
//~^ ERROR[E0606] 13: casting `fn() {main}` as `f32` is invalid
    let a = main as bool;
//~^ ERROR[E0054] 13: cannot cast `fn() {main}` as `bool`
    let a = (|x: i32| x) as fn(i32) -> i32;
    let a = &[1u8, 2] as &[u8];
    let a = &[1u8, 2] as *const u8;
    let a = [1u8, 2] as [u8; 2];
    let a = [1u8, 2] as [u16; 2];
//~^ ERROR[E0308] 14: mismatched types
    let a = &1 as &dyn T;
    let a = 1 as dyn T;
//~^ ERROR[E0620] 13: cast to unsized type: `{integer}` as `dyn T`
    let a = &[0usize; 2] as [usize];
//~^ ERROR[E0620] 13: cast to unsized type: `&[usize; 2]` as `[usize]`
    let a = 1 as [i32];
//~^ ERROR[E0620] 13: cast to unsized type: `{integer}` as `[i32]`
    let a = () as i32;
//~^ ERROR[E0605] 13: non-primitive cast: `()` as `i32`
    let a = 1 as ();
//~^ ERROR[E0605] 13: non-primitive cast: `{integer}` as `()`
    let a = None as Option<i32>;
    let a = 1u8 as u8;
    let a = 3.7f32 as i32;
    let a = -1 as u32;
//~^ ERROR[E0600] 13: cannot apply unary operator `-` to type `u32`
    let a = b'a' as char;
    let a = 'a' as u8;
    let a = 'a' as f32;
//~^ ERROR[E0606] 13: casting `char` as `f32` is invalid
    let a = 'a' as bool;
//~^ ERROR[E0054] 13: cannot cast `char` as `bool`
    let a = 0u32 as f64 as i8;
    let mut m = 1i32;
    let q = &mut m as *mut i32 as *const i32;
    let a = q as *mut i64;
    let a = q as usize;
    let a = &m as *mut i64;
//~^ ERROR[E0606] 13: casting `&i32` as `*mut i64` is invalid
    let f: fn() = main;
    let a = f as usize;
    let a = f as *const ();
    let a = f as i8;
    let bx: Box<i32> = Box::new(1);
    let a = bx as Box<dyn T>;
    let a = Box::new(1) as i32;
//~^ ERROR[E0605] 13: non-primitive cast: `Box<{integer}>` as `i32`
    let u: *const [u8] = &[1u8];
    let a = u as *const u8;
    let a = u as usize;
//~^ ERROR[E0606] 13: casting `*const [u8]` as `usize` is invalid
    let a = u as *const [u16];
    let dy: *const dyn T = &1;
    let a = dy as *const u8;
    let a = u as *const dyn T;
//~^ ERROR[E0277] 13: the size for values of type `[u8]` cannot be known at compilation time
//~^^ ERROR[E0277] 13: the trait bound `[u8]: T` is not satisfied
    let c: char = 97 as char;
    let c2 = 300 as char;
    let z: i64 = 1i32;
//~^ ERROR[E0308] 18: mismatched types
    let y = 5 as usize as i64 as char;
//~^ ERROR[E0604] 13: only `u8` can be cast as `char`, not `i64`
}
