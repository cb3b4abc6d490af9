// The course of a panic: the hook speaks, then the stack unwinds with the payload.
//
// Not modelled: backtraces; a panic inside a hook.

use crate::any::Any;
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::intrinsics;
use crate::panic::{Location, PanicHookInfo};

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

struct HookCell(UnsafeCell<Option<Hook>>);

unsafe impl Sync for HookCell {}

static HOOK: HookCell = HookCell(UnsafeCell::new(None));

/// Starts a panic: message to the hook, payload to whoever catches it.
#[rustc_do_not_const_check]
pub const fn begin(message: &str, payload: Box<dyn Any + Send>) -> ! {
    intrinsics::panic_note(message);
    call_hook(message, &*payload);
    intrinsics::start_unwind(payload)
}

pub fn begin_owned(message: String) -> ! {
    intrinsics::panic_note(&message);
    let payload: Box<dyn Any + Send> = Box::new(message);
    match payload.downcast_ref::<String>() {
        Some(text) => call_hook(text, &*payload),
        None => {}
    }
    intrinsics::start_unwind(payload)
}

/// `panic_any`: the payload may be anything.
pub fn begin_any(payload: Box<dyn Any + Send>) -> ! {
    let message = text_of(&*payload);
    intrinsics::panic_note(message);
    call_hook(message, &*payload);
    intrinsics::start_unwind(payload)
}

/// Whether this thread is unwinding.
pub fn panicking() -> bool {
    intrinsics::panic_count() > 0
}

fn text_of(payload: &(dyn Any + Send)) -> &str {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        "Box<dyn Any>"
    }
}

fn call_hook(message: &str, payload: &(dyn Any + Send)) {
    match unsafe { &*HOOK.0.get() } {
        Some(hook) => hook(&PanicHookInfo::new(payload, Location::caller())),
        None => default_hook(message, intrinsics::caller_location()),
    }
}

/// A panic wants to leave a destructor that runs because of another panic: the hook hears of it, then the process ends.
pub fn abort_in_cleanup() -> ! {
    let message = "panic in a destructor during cleanup";
    let place = "library/core/src/panicking.rs:233:5";
    match unsafe { &*HOOK.0.get() } {
        Some(hook) => hook(&PanicHookInfo::new(&message, Location::at(place))),
        None => default_hook(message, place),
    }
    intrinsics::panic_print("thread caused non-unwinding panic. aborting.\n");
    intrinsics::abort_because(message)
}

/// Thread, place and message on stderr.
fn default_hook(message: &str, place: &str) {
    let mut text = String::from("\nthread '");
    match crate::thread::current().name() {
        Some(name) => text.push_str(name),
        None => text.push_str("<unnamed>"),
    }
    text.push_str("' (");
    let _ = fmt::write_debug(&mut text, &intrinsics::thread_number());
    text.push_str(") panicked at ");
    text.push_str(place);
    text.push_str(":\n");
    text.push_str(message);
    text.push_str("\n");
    if intrinsics::first_panic() {
        text.push_str("note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n");
    }
    intrinsics::panic_print(&text);
}

pub(crate) fn replace_hook(hook: Option<Hook>) -> Hook {
    let old = unsafe { crate::mem::replace(&mut *HOOK.0.get(), hook) };
    match old {
        Some(hook) => hook,
        None => Box::new(|info: &PanicHookInfo<'_>| default_hook(text_of(info.any_payload()), info.place())),
    }
}
