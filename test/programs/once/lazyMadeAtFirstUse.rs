//@ status: ok
//@ outcome: ok "before\nmaking\n[1, 4, 9] 3\n"
//@ oracle: rustc
use std::sync::LazyLock;

static SQUARES: LazyLock<Vec<u32>> = LazyLock::new(|| {
    println!("making");
    (1..4).map(|n| n * n).collect()
});

fn main() {
    println!("before");
    println!("{:?} {}", *SQUARES, SQUARES.len());
}
