//@ status: exit
//@ outcome: exit "heard Some(\"first\")\nheard Some(\"in drop\")\nheard Some(\"panic in a destructor during cleanup\")\n"
//@ stderr: "thread caused non-unwinding panic. aborting.\n"
//@ oracle: rustc
use std::panic;

struct Alarm;

impl Drop for Alarm {
    fn drop(&mut self) {
        panic!("in drop");
    }
}

fn main() {
    panic::set_hook(Box::new(|info| println!("heard {:?}", info.payload_as_str())));
    let _alarm = Alarm;
    panic!("first");
}
