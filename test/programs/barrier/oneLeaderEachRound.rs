//@ status: ok
//@ outcome: ok "2\nBarrierWaitResult { is_leader: true } true\n"
//@ oracle: rustc
use std::sync::Barrier;
use std::thread;

fn main() {
    let gate = Barrier::new(2);
    let leaders = |rounds| (0..rounds).filter(|_| gate.wait().is_leader()).count();
    let total = thread::scope(|s| {
        let other = s.spawn(|| leaders(2));
        leaders(2) + other.join().unwrap()
    });
    println!("{total}");
    println!("{:?} {}", Barrier::new(1).wait(), Barrier::new(0).wait().is_leader());
}
