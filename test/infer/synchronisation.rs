use std::sync::{Arc, Barrier, Condvar, LazyLock, Mutex, Once, OnceLock};
use std::time::Duration;

static TABLE: LazyLock<Vec<u32>> = LazyLock::new(|| (0..4).collect());
static SETTING: OnceLock<String> = OnceLock::new();

struct Queue<T> {
    items: Mutex<Vec<T>>,
    filled: Condvar,
}

impl<T> Queue<T> {
    fn take(&self) -> T {
        let mut items = self.items.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
//              ^^^^^ type: MutexGuard<'_, Vec<T>>
        loop {
            if let Some(item) = items.pop() {
//                      ^^^^ type: T
                return item;
            }
            items = self.filled.wait(items).unwrap();
        }
    }

    fn wait_all(&self) -> usize {
        let guard = self.filled.wait_while(self.items.lock().unwrap(), |list| list.is_empty()).unwrap();
//          ^^^^^ type: MutexGuard<'_, Vec<T>>
        let (later, timeout) = self.filled.wait_timeout(guard, Duration::from_millis(5)).unwrap();
//           ^^^^^ type: MutexGuard<'_, Vec<T>>
//                  ^^^^^^^ type: WaitTimeoutResult
        if timeout.timed_out() { 0 } else { later.len() }
    }
}

fn main() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
//      ^^^^ type: Arc<(Mutex<bool>, Condvar)>
    let (flag, signal) = &*pair;
//       ^^^^ type: &Mutex<bool>
//             ^^^^^^ type: &Condvar
    let ready = *flag.lock().unwrap();
//      ^^^^^ type: bool
    let barrier = Arc::new(Barrier::new(2));
//      ^^^^^^^ type: Arc<Barrier>
    let second = TABLE.get(1);
//      ^^^^^^ type: Option<&u32>
    let length = TABLE.len();
//      ^^^^^^ type: usize
    let setting = SETTING.get_or_init(|| "default".to_string());
//      ^^^^^^^ type: &String
    let once = Once::new();
//      ^^^^ type: Once
    let called = once.call_once(|| {});
//      ^^^^^^ type: ()
    let queue = Queue { items: Mutex::new(vec!['a']), filled: Condvar::new() };
//      ^^^^^ type: Queue<char>
    let taken = queue.take();
//      ^^^^^ type: char
    let left = queue.wait_all();
//      ^^^^ type: usize
    signal.notify_all();
    drop((ready, barrier, second, length, setting, called, taken, left));
}
