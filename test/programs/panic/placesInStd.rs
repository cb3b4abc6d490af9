//@ status: ok
//@ outcome: ok "most + 1                                 here\n[most, 1].iter().sum::<i32>()            core/src/iter/traits/accum.rs\nmost.pow(2)                              core/src/num/mod.rs\nmost / none                              here\nmost.rem_euclid(none)                    here\n200u8.next_power_of_two()                core/src/num/mod.rs\nVec::<i32>::new()[none as usize]         here\nVec::<i32>::new().remove(0)              here\nVec::<i32>::new().swap_remove(0)         alloc/src/vec/mod.rs\nVec::<i32>::new().drain(2..)             core/src/slice/index.rs\n\"abc\".split_at(5)                        core/src/str/mod.rs\n\"abc\"[2..9].len()                        here\n[1].rotate_left(3)                       core/src/slice/mod.rs\n[1, 2].split_at(3)                       here\n(0..5).step_by(none as usize)            core/src/iter/adapters/step_by.rs\n(250u8..).nth(10)                        core/src/iter/range.rs\ncell.borrow()                            here\ncell.take()                              core/src/cell.rs\n*LazyLock::<i32>::new(|| panic!())       here\n*LazyCell::<i32>::new(|| panic!())       here\nDuration::ZERO - Duration::MAX           core/src/time.rs\nDuration::MAX / none as u32              here\n[Duration::MAX, Duration::MAX].iter().sum::<Duration>() core/src/time.rs\nchar::from_digit(1, 40)                  core/src/char/convert.rs\ni32::from_str_radix(\"1\", 40)             core/src/num/mod.rs\n1.0f64.clamp(2.0, 1.0)                   core/src/num/f64.rs\nVecDeque::from([1]).swap(0, 4)           alloc/src/collections/vec_deque/mod.rs\nLinkedList::from([1]).split_off(3)       alloc/src/collections/linked_list.rs\nBTreeMap::from([(1, 1)])[&2]             here\nOption::<i32>::None.unwrap()             here\n[3, 1].select_nth_unstable(4)            core/src/slice/sort/select.rs\n"
use std::cell::{LazyCell, RefCell};
use std::collections::{BTreeMap, LinkedList, VecDeque};
use std::hint::black_box;
use std::panic::{self, AssertUnwindSafe};
use std::sync::LazyLock;
use std::time::Duration;

/// Whether the panic's place is std's, and then in which file.
fn file_of(f: impl FnOnce()) -> String {
    let (tx, rx) = std::sync::mpsc::channel();
    panic::set_hook(Box::new(move |info| {
        let file = info.location().unwrap().file();
        let inside = file.rsplit_once("library/").map_or("here", |(_, file)| file);
        tx.send(inside.to_string()).unwrap();
    }));
    let _ = panic::catch_unwind(AssertUnwindSafe(f));
    let _ = panic::take_hook();
    rx.iter().last().unwrap()
}

macro_rules! tell {
    ($($e:expr;)*) => { $( println!("{:40} {}", stringify!($e), file_of(|| { let _ = $e; })); )* };
}

fn main() {
    let most = black_box(i32::MAX);
    let none = black_box(0);
    let cell = RefCell::new(1);
    let _held = cell.borrow_mut();
    tell! {
        most + 1;
        [most, 1].iter().sum::<i32>();
        most.pow(2);
        most / none;
        most.rem_euclid(none);
        200u8.next_power_of_two();
        Vec::<i32>::new()[none as usize];
        Vec::<i32>::new().remove(0);
        Vec::<i32>::new().swap_remove(0);
        Vec::<i32>::new().drain(2..);
        "abc".split_at(5);
        "abc"[2..9].len();
        [1].rotate_left(3);
        [1, 2].split_at(3);
        (0..5).step_by(none as usize);
        (250u8..).nth(10);
        cell.borrow();
        cell.take();
        *LazyLock::<i32>::new(|| panic!());
        *LazyCell::<i32>::new(|| panic!());
        Duration::ZERO - Duration::MAX;
        Duration::MAX / none as u32;
        [Duration::MAX, Duration::MAX].iter().sum::<Duration>();
        char::from_digit(1, 40);
        i32::from_str_radix("1", 40);
        1.0f64.clamp(2.0, 1.0);
        VecDeque::from([1]).swap(0, 4);
        LinkedList::from([1]).split_off(3);
        BTreeMap::from([(1, 1)])[&2];
        Option::<i32>::None.unwrap();
        [3, 1].select_nth_unstable(4);
    }
}
