// What stands around `main`: it is called with panics caught, values that belong to the main thread are destroyed, and the
// process ends with the code that `main`'s result stands for. Threads that still run are stopped by that.
//
// Follows: std::rt::lang_start.

use crate::intrinsics;
use crate::process::Termination;
use crate::thread;

#[lang = "start"]
fn lang_start<T: Termination>(main: fn() -> T) -> i32 {
    let code = match intrinsics::try_call(move || main().report()) {
        Ok(exit) => exit.code(),
        Err(payload) => {
            crate::mem::forget(payload);
            101
        }
    };
    thread::run_destructors();
    intrinsics::exit(code)
}
