//@ code: E0277
//@ title: Ask every `dyn Job` to be `Send`
//@ has: let jobs: Vec<Box<dyn Job + Send>> = vec![Box::new(Print)];
use std::thread;

trait Job {
    fn run(&self);
}

struct Print;

impl Job for Print {
    fn run(&self) {
        println!("printed");
    }
}

fn main() {
    let jobs: Vec<Box<dyn Job>> = vec![Box::new(Print)];
    for job in jobs {
        thread::spawn(move || job.run()).join().unwrap();
    }
}
