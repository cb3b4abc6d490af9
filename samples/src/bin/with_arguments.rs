use std::sync::Mutex;
use std::thread;

fn main() {
    println!("nothing here calls `fill`: put the caret into it and visualize");
}

#[allow(dead_code)]
fn fill(n: usize, list: &Mutex<Vec<usize>>) {
    thread::scope(|scope| {
        for turn in 0..n {
            scope.spawn(move || {
                let mut list = list.lock().unwrap();
                list.push(turn);
            });
        }
    });
    println!("{:?}", list.lock().unwrap());
}
