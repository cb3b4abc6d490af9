// Guards that are temporaries of a `match`, `if let`, `while let` or `for`.
use std::sync::{mpsc, Mutex, RwLock};

static QUEUE: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn process(job: u32) {
    println!("{job}");
}

// ---- raised

fn while_let() {
    while let Some(job) = QUEUE.lock().unwrap().pop() { //~ WARNING[lockstep::guard_in_scrutinee] `while let`
        process(job);
    }
}

fn match_on_a_value() {
    match QUEUE.lock().unwrap().len() { //~ WARNING[lockstep::guard_in_scrutinee] `match`
        0 => println!("idle"),
        n => process(n as u32),
    }
}

fn if_let() {
    if let Some(job) = QUEUE.lock().unwrap().first().copied() { //~ WARNING[lockstep::guard_in_scrutinee] `if let`
        process(job);
    }
}

fn for_loop() {
    for job in QUEUE.lock().unwrap().clone() { //~ WARNING[lockstep::guard_in_scrutinee] `for`
        process(job);
    }
}

fn reader() {
    let names = RwLock::new(vec![String::from("a")]);
    if let Some(name) = names.read().unwrap().first().cloned() { //~ WARNING[lockstep::guard_in_scrutinee]
        std::thread::sleep(std::time::Duration::from_millis(name.len() as u64));
    };
}

fn calls_a_job() {
    let (tx, rx) = mpsc::channel::<fn() -> u32>();
    let inbox = Mutex::new(rx);
    tx.send(|| 4).unwrap();
    drop(tx);
    while let Ok(job) = inbox.lock().unwrap().recv() { //~ WARNING[lockstep::guard_in_scrutinee]
        process(job());
    }
}

// ---- not raised

fn bound_first() {
    let job = QUEUE.lock().unwrap().pop();
    if let Some(job) = job {
        process(job);
    }
}

fn body_is_quick() {
    while let Some(job) = QUEUE.lock().unwrap().pop() {
        println!("{job}");
    }
}

fn looks_at_the_data_itself() {
    match QUEUE.lock().unwrap().first() {
        Some(job) => process(*job),
        None => {}
    }
}

fn iterates_over_the_data() {
    for job in QUEUE.lock().unwrap().iter() {
        process(*job);
    }
}

fn named_guard() {
    let mut queue = QUEUE.lock().unwrap();
    while let Some(job) = queue.pop() {
        process(job);
    }
}

fn a_plain_condition() {
    if QUEUE.lock().unwrap().is_empty() {
        process(0);
    }
}

fn loop_with_let() {
    loop {
        let Some(job) = QUEUE.lock().unwrap().pop() else { break };
        process(job);
    }
}
