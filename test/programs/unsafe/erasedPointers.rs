//@ status: ok
//@ outcome: ok "-7 hi\n6\n[1, 9, 4] 9\n3 7 [1, 2]\ntrue\n"
//@ oracle: rustc
// Pointers cast to another type and back, or to a type whose scalars are the same, are themselves again.
use std::ffi::c_void;
use std::fmt::Debug;
use std::mem::MaybeUninit;
use std::ptr::NonNull;
use std::sync::atomic::AtomicU32;

struct Node {
    value: i64,
    name: String,
}

fn main() {
    let node = Box::new(Node { value: -7, name: "hi".to_string() });
    let erased = Box::into_raw(node) as *mut u8;
    let node = unsafe { Box::from_raw(erased as *mut Node) };
    println!("{} {}", node.value, node.name);

    let mut number = 5i32;
    let nothing = &mut number as *mut i32 as *mut c_void;
    unsafe { *(nothing as *mut i32) += 1 };
    println!("{number}");

    let mut list = [1u16, 2, 3];
    let first = list.as_mut_ptr();
    unsafe {
        *first.add(1) = 9;
        *(first.add(2) as *mut [u16; 1]) = [4];
    }
    let elements = NonNull::from(&mut list).cast::<u16>();
    println!("{list:?} {}", unsafe { *elements.as_ptr().add(1) });

    let shown: Box<dyn Debug> = Box::new(3u8);
    let byte = Box::into_raw(shown) as *mut u8;
    let atomic = AtomicU32::new(7);
    let mut pair = MaybeUninit::<[u32; 2]>::uninit();
    let half = pair.as_mut_ptr().cast::<u32>();
    unsafe {
        half.write(1);
        half.add(1).write(2);
        println!("{} {} {:?}", *byte, *atomic.as_ptr(), pair.assume_init());
        drop(Box::from_raw(byte));
    }

    let one = &raw const number as *const u8;
    println!("{}", one as *const i32 as *const () == &raw const number as *const ());
}
