use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    let tx_north = tx.clone();

    thread::spawn(move || {
        for degrees in [21, 23] {
            tx_north.send(format!("north: {degrees}")).unwrap();
        }
    });

    thread::spawn(move || {
        let report = String::from("south: 30");
        tx.send(report).unwrap();
    });

    for report in rx {
        println!("{report}");
    }
}
