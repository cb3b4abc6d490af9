//@ code: E0382
//@ title: Give the closure a copy of `greeting`
//@ has: let greeting_clone = greeting.clone();
//@ has: println!("loud: {}", greeting_clone.to_uppercase());
use std::thread;

fn main() {
    let greeting = String::from("hello");
    let loud = thread::spawn(move || {
        println!("loud: {}", greeting.to_uppercase());
    });
    loud.join().unwrap();
    println!("quiet: {greeting}");
}
