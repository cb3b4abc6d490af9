// Loops over a receiver while this thread keeps a sender.
use std::sync::mpsc;
use std::thread;

// ---- raised

fn clone_moved_original_kept() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || other.send(1).unwrap());
    for number in rx { //~ WARNING[lockstep::endless_receiver] `tx` (line 8)
        println!("{number}");
    }
}

fn by_reference_and_dropped_too_late() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || other.send(1).unwrap());
    for number in &rx { //~ WARNING[lockstep::endless_receiver]
        println!("{number}");
    }
    drop(tx);
}

fn while_let() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || other.send("a").unwrap());
    while let Ok(word) = rx.recv() { //~ WARNING[lockstep::endless_receiver]
        println!("{word}");
    }
}

fn several_workers() {
    let (sender, receiver) = mpsc::channel();
    for id in 0..2 {
        let sender = sender.clone();
        thread::spawn(move || sender.send(id).unwrap());
    }
    for id in receiver.iter() { //~ WARNING[lockstep::endless_receiver] `sender`
        println!("{id}");
    }
}

fn in_a_scope() {
    let (tx, rx) = mpsc::channel();
    thread::scope(|scope| {
        let mine = tx.clone();
        scope.spawn(move || mine.send(4).unwrap());
        for number in &rx { //~ WARNING[lockstep::endless_receiver]
            println!("{number}");
        }
    });
}

fn loop_and_match() {
    let (tx, rx) = mpsc::sync_channel(2);
    tx.send(5).unwrap();
    loop {
        match rx.recv() { //~ WARNING[lockstep::endless_receiver]
            Ok(number) => println!("{number}"),
            Err(_) => break,
        }
    }
    tx.send(6).unwrap();
}

// ---- not raised

fn dropped_before() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || other.send(1).unwrap());
    drop(tx);
    for number in rx {
        println!("{number}");
    }
}

fn moved_into_the_thread() {
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || tx.send(1).unwrap());
    for number in rx {
        println!("{number}");
    }
}

fn another_way_out() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || other.send(1).unwrap());
    for number in &rx {
        if number == 1 {
            break;
        }
    }
    drop(tx);
}

fn as_many_as_are_sent() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || other.send(1).unwrap());
    for number in rx.iter().take(1) {
        println!("{number}");
    }
    drop(tx);
}

fn only_what_is_there() {
    let (tx, rx) = mpsc::channel();
    tx.send(1).unwrap();
    for number in rx.try_iter() {
        println!("{number}");
    }
    drop(tx);
}

fn returns_from_the_loop() {
    fn first(rx: &mpsc::Receiver<u32>) -> Option<u32> {
        for number in rx {
            return Some(number);
        }
        None
    }
    let (tx, rx) = mpsc::channel();
    tx.send(1).unwrap();
    println!("{:?}", first(&rx));
    drop(tx);
}

fn block_of_senders_ends() {
    let (tx, rx) = mpsc::channel();
    {
        let tx = tx;
        tx.send(1).unwrap();
    }
    for number in rx {
        println!("{number}");
    }
}
