//@ status: ok
//@ outcome: ok "north\nsouth\nend"
//@ outcome: ok "south\nnorth\nend"
//@ stderr: "both heard\n"
//@ oracle: reasoning: whoever prints first
use std::thread;

fn main() {
    let speakers = ["north", "south"].map(|side| thread::spawn(move || println!("{side}")));
    for speaker in speakers {
        speaker.join().unwrap();
    }
    eprintln!("both heard");
    print!("end");
}
