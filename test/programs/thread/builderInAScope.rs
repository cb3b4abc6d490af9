//@ status: ok
//@ outcome: ok "[\"AB 2\", \"CDE 3\"]\n"
use std::thread::{self, Builder};

fn main() {
    let words = ["ab", "cde"];
    let lengths = thread::scope(|s| {
        let handles = words.map(|word| {
            let work = move || format!("{} {}", thread::current().name().unwrap_or("?"), word.len());
            Builder::new().name(word.to_uppercase()).stack_size(64 * 1024).spawn_scoped(s, work).unwrap()
        });
        handles.map(|handle| handle.join().unwrap())
    });
    println!("{lengths:?}");
}
