//@ status: ok
//@ outcome: ok "OnceLock(1) Ok(()) Err(2) OnceLock(1)\nOnceCell(\"made\") made OnceCell(\"made\")\nLazyLock(5) 5 LazyLock(5)\nLazyCell(6) 6 LazyCell(6)\nSome(1) Some(\"made\")\n"
//@ oracle: rustc
use std::cell::{LazyCell, OnceCell};
use std::sync::{LazyLock, OnceLock};

fn main() {
    let lock: OnceLock<u8> = OnceLock::new();
    println!("{lock:?} {:?} {:?} {lock:?}", lock.set(1), lock.set(2));
    let cell: OnceCell<&str> = OnceCell::new();
    println!("{cell:?} {} {cell:?}", cell.get_or_init(|| "made"));
    let lazy = LazyLock::new(|| 5);
    println!("{lazy:?} {} {lazy:?}", *lazy);
    let lazy = LazyCell::new(|| 6);
    println!("{lazy:?} {} {lazy:?}", *lazy);
    println!("{:?} {:?}", lock.into_inner(), cell.into_inner());
}
