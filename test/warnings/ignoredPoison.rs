// Poisoned locks that are passed over in silence.
use std::sync::{Mutex, PoisonError, RwLock};

static COUNT: Mutex<u32> = Mutex::new(0);

// ---- raised

fn if_let() {
    if let Ok(mut count) = COUNT.lock() { //~ INFO[lockstep::ignored_poison] `COUNT`
        *count += 1;
    }
}

fn empty_arm() {
    match COUNT.lock() { //~ INFO[lockstep::ignored_poison]
        Ok(mut count) => *count += 1,
        Err(_) => {}
    }
}

fn unit_arm() {
    match COUNT.lock() { //~ INFO[lockstep::ignored_poison]
        Ok(mut count) => *count += 1,
        Err(_) => (),
    }
}

fn reader() {
    let page = RwLock::new(1);
    if let Ok(text) = page.read() { //~ INFO[lockstep::ignored_poison] `page`
        println!("{text}");
    };
}

fn writer_and_wildcard() {
    let page = RwLock::new(1);
    match page.write() { //~ INFO[lockstep::ignored_poison]
        Ok(mut text) => *text = 2,
        _ => {}
    };
}

// ---- not raised

fn unwrapped() {
    *COUNT.lock().unwrap() += 1;
}

fn with_else() {
    if let Ok(mut count) = COUNT.lock() {
        *count += 1;
    } else {
        println!("poisoned");
    }
}

fn taken_out() {
    *COUNT.lock().unwrap_or_else(PoisonError::into_inner) += 1;
}

fn arm_that_answers() {
    match COUNT.lock() {
        Ok(mut count) => *count += 1,
        Err(poisoned) => *poisoned.into_inner() = 0,
    }
}

fn only_tried() {
    if let Ok(mut count) = COUNT.try_lock() {
        *count += 1;
    }
}

fn leaves_otherwise() {
    let Ok(mut count) = COUNT.lock() else { return };
    *count += 1;
}
