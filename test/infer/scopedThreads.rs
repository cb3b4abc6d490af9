use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn main() {
    let hits = AtomicUsize::new(0);
//      ^^^^ type: AtomicUsize
    let mut data = [1, 2, 3, 4];
//          ^^^^ type: [i32; 4]
    let total = thread::scope(|scope| {
//      ^^^^^ type: usize
        let (left, right) = data.split_at_mut(2);
//           ^^^^ type: &mut [i32]
//                 ^^^^^ type: &mut [i32]
        let first = scope.spawn(|| left.iter_mut().map(|n| { *n += 1; *n }).sum::<i32>());
//          ^^^^^ type: ScopedJoinHandle<'_, i32>
        let second = scope.spawn(|| {
//          ^^^^^^ type: ScopedJoinHandle<'_, usize>
            hits.fetch_add(1, Ordering::SeqCst);
            right.len()
        });
        let sum = first.join().unwrap();
//          ^^^ type: i32
        let length = second.join().unwrap();
//          ^^^^^^ type: usize
        sum as usize + length
    });
    let before = hits.compare_exchange(1, 2, Ordering::AcqRel, Ordering::Relaxed);
//      ^^^^^^ type: Result<usize, usize>
    let handles: Vec<_> = (0..3).map(|i| thread::spawn(move || i * 2)).collect();
//      ^^^^^^^ type: Vec<JoinHandle<i32>>
    let outputs: Vec<_> = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
//      ^^^^^^^ type: Vec<i32>
    let current = thread::current();
//      ^^^^^^^ type: Thread
    let name = current.name();
//      ^^^^ type: Option<&str>
    drop((total, before, outputs, name));
}
