use std::sync::{Arc, Mutex, RwLock};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
//      ^^^^^^^ type: Arc<Mutex<u64>>
    let shared = Arc::clone(&counter);
//      ^^^^^^ type: Arc<Mutex<u64>>
    let handle = thread::spawn(move || {
//      ^^^^^^ type: JoinHandle<String>
        let mut guard = shared.lock().unwrap();
//              ^^^^^ type: MutexGuard<'_, u64>
        *guard += 1u64;
        guard.to_string()
    });
    let joined = handle.join();
//      ^^^^^^ type: Result<String, Box<dyn Any + Send>>
    let text = joined.unwrap();
//      ^^^^ type: String
    let result = counter.lock();
//      ^^^^^^ type: Result<MutexGuard<'_, u64>, PoisonError<MutexGuard<'_, u64>>>
    let tried = counter.try_lock();
//      ^^^^^ type: Result<MutexGuard<'_, u64>, TryLockError<MutexGuard<'_, u64>>>
    let lock = RwLock::new(vec![1u8]);
//      ^^^^ type: RwLock<Vec<u8>>
    let read = lock.read().unwrap();
//      ^^^^ type: RwLockReadGuard<'_, Vec<u8>>
    let first = read[0];
//      ^^^^^ type: u8
    let inner = Arc::try_unwrap(counter.clone());
//      ^^^^^ type: Result<Mutex<u64>, Arc<Mutex<u64>>>
    drop((text, result, tried, first, inner));
}
