//@ status: ok
//@ outcome: ok "rain = Mutex { data: 9, poisoned: false, .. }\n"
//@ oracle: rustc
use std::sync::Mutex;

fn main() {
    let rain = Mutex::new(4);
    {
        let mut level = rain.lock().unwrap();
        *level += 5;
    }
    println!("rain = {rain:?}");
}
