//@ status: ok
//@ outcome: ok "(8, 4) (16, 8) (16, 4)\n(4, 4) (4, 4) (40, 8)\n(8, 4) (16, 8)\n(16, 8) (16, 8)\n(24, 8) (8, 8) (8, 8)\n"
//@ oracle: rustc
use std::mem::{align_of, size_of};
use std::sync::{Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, mpsc};
use std::thread::{JoinHandle, Thread, ThreadId};

fn of<T>() -> (usize, usize) {
    (size_of::<T>(), align_of::<T>())
}

fn main() {
    println!("{:?} {:?} {:?}", of::<Mutex<u8>>(), of::<Mutex<u64>>(), of::<RwLock<i32>>());
    println!("{:?} {:?} {:?}", of::<Condvar>(), of::<Once>(), of::<Barrier>());
    println!("{:?} {:?}", of::<OnceLock<i32>>(), of::<LazyLock<i32>>());
    println!("{:?} {:?}", of::<mpsc::Sender<u8>>(), of::<mpsc::Receiver<u8>>());
    println!("{:?} {:?} {:?}", of::<JoinHandle<()>>(), of::<Thread>(), of::<ThreadId>());
}
