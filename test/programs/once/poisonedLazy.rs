//@ status: ok
//@ outcome: ok "Some(\"burnt\")\nSome(\"LazyLock instance has previously been poisoned\")\nOnce { .. } false\npoisoned true\ntrue\nOnceLock(4) 4\n"
//@ oracle: rustc
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::{LazyLock, Once, OnceLock};

static RECIPE: LazyLock<u8> = LazyLock::new(|| panic!("burnt"));

fn main() {
    for _ in 0..2 {
        let payload = catch_unwind(|| *RECIPE).unwrap_err();
        println!("{:?}", payload.downcast_ref::<&str>());
    }
    let once = Once::new();
    let _ = catch_unwind(AssertUnwindSafe(|| once.call_once(|| panic!("spilt"))));
    println!("{once:?} {}", once.is_completed());
    once.call_once_force(|state| println!("poisoned {}", state.is_poisoned()));
    println!("{}", once.is_completed());
    let cell = OnceLock::new();
    let _ = catch_unwind(AssertUnwindSafe(|| cell.get_or_init(|| -> u8 { panic!("again") })));
    println!("{cell:?} {}", cell.get_or_init(|| 4));
}
