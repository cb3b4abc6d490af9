//@ status: error
//@ edition: 2024
//@ about: references to a static mut: an error from edition 2024 on
use std::ptr::addr_of;

static mut HITS: u32 = 0;
static mut NAMES: Vec<&str> = Vec::new();

fn main() {
    unsafe {
        HITS += 1;
        let copied = HITS;
        println!("{copied} {}", *addr_of!(HITS));
        let pointer = &raw mut HITS;
        println!("{HITS}"); //~ ERROR[static_mut_refs] creating a shared reference to mutable static
        let shared = &HITS; //~ ERROR[static_mut_refs] creating a shared reference to mutable static
        let exclusive = &mut HITS; //~ ERROR[static_mut_refs] creating a mutable reference to mutable static
        NAMES.push("one"); //~ ERROR[static_mut_refs] creating a mutable reference to mutable static
        let ref bound = HITS; //~ ERROR[static_mut_refs] creating a shared reference to mutable static
        #[allow(static_mut_refs)]
        let count = NAMES.len();
        println!("{pointer:?} {shared} {exclusive} {bound} {count}");
    }
}
