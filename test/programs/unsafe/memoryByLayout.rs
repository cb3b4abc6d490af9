//@ status: ok
//@ outcome: ok "Some((4, \"name 4\")) Some((3, \"name 3\")) 8\nSome(Some(2.5)) Some(None)\n8 4 4 8\nErr(\"invalid parameters to Layout::from_size_align\")\n[0, 7, 0]\nOk(\"xx\")\n9\n"
use std::alloc::{self, Layout};
use std::ptr::{self, NonNull};

/// A vector by hand.
struct Stack<T> {
    ptr: NonNull<T>,
    cap: usize,
    len: usize,
}

impl<T> Stack<T> {
    fn new() -> Self {
        Stack { ptr: NonNull::dangling(), cap: 0, len: 0 }
    }

    fn grow(&mut self) {
        let cap = if self.cap == 0 { 1 } else { self.cap * 2 };
        let layout = Layout::array::<T>(cap).unwrap();
        let raw = if self.cap == 0 {
            unsafe { alloc::alloc(layout) }
        } else {
            let old = Layout::array::<T>(self.cap).unwrap();
            unsafe { alloc::realloc(self.ptr.as_ptr() as *mut u8, old, layout.size()) }
        };
        let Some(ptr) = NonNull::new(raw as *mut T) else { alloc::handle_alloc_error(layout) };
        self.ptr = ptr;
        self.cap = cap;
    }

    fn push(&mut self, value: T) {
        if self.len == self.cap {
            self.grow();
        }
        unsafe { self.ptr.as_ptr().add(self.len).write(value) };
        self.len += 1;
    }

    fn pop(&mut self) -> Option<T> {
        self.len = self.len.checked_sub(1)?;
        Some(unsafe { ptr::read(self.ptr.as_ptr().add(self.len)) })
    }
}

impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        while self.pop().is_some() {}
        if self.cap > 0 {
            unsafe { alloc::dealloc(self.ptr.as_ptr().cast(), Layout::array::<T>(self.cap).unwrap()) };
        }
    }
}

fn main() {
    let mut names = Stack::new();
    for n in 0..5 {
        names.push((n, format!("name {n}")));
    }
    println!("{:?} {:?} {}", names.pop(), names.pop(), names.cap);
    let mut maybe = Stack::new();
    for value in [Some(1.5), None, Some(2.5)] {
        maybe.push(value);
    }
    println!("{:?} {:?}", maybe.pop(), maybe.pop());

    let (pair, at) = Layout::new::<u8>().extend(Layout::new::<u32>()).unwrap();
    println!("{} {} {at} {}", pair.size(), pair.align(), pair.pad_to_align().size());
    println!("{:?}", Layout::from_size_align(8, 3).map_err(|error| error.to_string()));
    unsafe {
        let zeros = alloc::alloc_zeroed(Layout::new::<[u64; 3]>()) as *mut u64;
        *zeros.add(1) = 7;
        println!("{:?}", std::slice::from_raw_parts(zeros, 3));
        alloc::dealloc(zeros as *mut u8, Layout::new::<[u64; 3]>());
        let bytes = alloc::alloc(Layout::array::<u8>(2).unwrap());
        bytes.write_bytes(b'x', 2);
        println!("{:?}", std::str::from_utf8(std::slice::from_raw_parts(bytes, 2)));
        drop(Box::from_raw(ptr::slice_from_raw_parts_mut(bytes, 2)));
        let boxed = alloc::alloc(Layout::new::<u16>()) as *mut u16;
        boxed.write(9);
        println!("{}", Box::from_raw(boxed));
    }
}
