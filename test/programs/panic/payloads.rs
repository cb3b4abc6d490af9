//@ status: ok
//@ outcome: ok "&str plain\n&str folded in 1\nString made 3\nString shown\nSome(7)\n&str silent\n&str internal error: entered unreachable code: at 2\n&str not yet implemented\nString assertion `left == right` failed\n  left: 1\n right: 2\n&str assertion failed: 1 > 2\n"
//@ stderr: "\nthread 'main' panicked at main.rs:20:28:\nplain\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\nthread 'main' panicked at main.rs:21:28:\nfolded in 1\n\nthread 'main' panicked at main.rs:22:33:\nmade 3\n\nthread 'main' panicked at main.rs:23:28:\nshown\n\nthread 'main' panicked at main.rs:24:28:\nBox<dyn Any>\n\nthread 'main' panicked at main.rs:26:28:\ninternal error: entered unreachable code: at 2\n\nthread 'main' panicked at main.rs:27:28:\nnot yet implemented\n\nthread 'main' panicked at main.rs:28:28:\nassertion `left == right` failed\n  left: 1\n right: 2\n\nthread 'main' panicked at main.rs:29:28:\nassertion failed: 1 > 2\n"
//@ oracle: rustc
use std::panic::{catch_unwind, panic_any, resume_unwind};

fn kind(run: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let payload = catch_unwind(run).unwrap_err();
    if let Some(text) = payload.downcast_ref::<&str>() {
        return format!("&str {text}");
    }
    match payload.downcast_ref::<String>() {
        Some(text) => format!("String {text}"),
        None => format!("{:?}", payload.downcast_ref::<i32>()),
    }
}

fn main() {
    let n = 3;
    println!("{}", kind(|| panic!("plain")));
    println!("{}", kind(|| panic!("folded {} {}", "in", 1)));
    println!("{}", kind(move || panic!("made {n}")));
    println!("{}", kind(|| panic!("{}", "shown")));
    println!("{}", kind(|| panic_any(7)));
    println!("{}", kind(|| resume_unwind(Box::new("silent"))));
    println!("{}", kind(|| unreachable!("at {}", 2)));
    println!("{}", kind(|| todo!()));
    println!("{}", kind(|| assert_eq!(1, 2)));
    println!("{}", kind(|| assert!(1 > 2)));
}
