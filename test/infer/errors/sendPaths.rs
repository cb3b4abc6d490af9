// What of a program is sent or shared: closures by the places that they capture, functions with bounds, statics, channels,
// impls written by hand.
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, OnceLock, RwLock};
use std::thread;
struct Job {
    name: String,
    log: Rc<RefCell<Vec<String>>>,
    tries: Cell<u32>,
}
struct Address(*const u8);
unsafe impl Send for Address {}
struct Gate<T> {
    inside: RefCell<T>,
}
unsafe impl<T: Send> Sync for Gate<T> {}
trait Work {
    fn run(&self);
}
fn in_background<T: Send + 'static>(value: T) {
    thread::spawn(move || drop(value));
}
fn shared<T: ?Sized + Sync>(_: &T) {}
fn both<F>(f: F)
where
    F: Fn() + Send + Sync + 'static,
{
    thread::spawn(f);
}
fn part_of_a_struct(job: Job) {
    let Job { name, .. } = &job;
    println!("{name}");
    thread::scope(|s| {
        s.spawn(|| println!("{}", job.name));
        s.spawn(|| job.tries.set(1));
//~^ ERROR[E0277] 17: `Cell<u32>` cannot be shared between threads safely
        s.spawn(|| println!("{}", job.log.borrow().len()));
//~^ ERROR[E0277] 17: `Rc<RefCell<Vec<String>>>` cannot be shared between threads safely
    });
    let name = job.name;
    thread::spawn(move || println!("{name}"));
}
fn moved_part(job: Job) {
    thread::spawn(move || drop(job.name));
    thread::spawn(move || drop(job.tries));
    thread::spawn(move || drop(job.log));
//~^ ERROR[E0277] 19: `Rc<RefCell<Vec<String>>>` cannot be sent between threads safely
}
fn whole_struct(job: Job) {
    in_background(move || {
//~^ ERROR[E0277] 19: `Rc<RefCell<Vec<String>>>` cannot be sent between threads safely
        let all = &job;
        drop(all.name.len());
    });
}
fn channels(jobs: Receiver<Job>, cells: Receiver<Cell<u8>>, results: Sender<Rc<u8>>) {
    in_background(cells);
    in_background(results);
//~^ ERROR[E0277] 19: `Rc<u8>` cannot be sent between threads safely
    let (sender, receiver) = mpsc::channel::<u8>();
    shared(&sender);
    shared(&receiver);
//~^ ERROR[E0277] 12: `Receiver<u8>` cannot be shared between threads safely
    thread::spawn(move || drop(jobs));
}
fn by_hand(at: Address, gate: &'static Gate<Cell<u8>>, locked: &'static Gate<Rc<u8>>) {
    shared(&at);
//~^ ERROR[E0277] 12: `*const u8` cannot be shared between threads safely
    in_background(at);
    in_background(gate);
    in_background(locked);
//~^ ERROR[E0277] 19: `Rc<u8>` cannot be sent between threads safely
}
fn generic<T, U: Send, V: Send + Sync>(t: Arc<T>, u: Arc<U>, v: Arc<V>) {
    shared(&t);
//~^ ERROR[E0277] 12: `T` cannot be shared between threads safely
//~^^ ERROR[E0277] 12: `T` cannot be sent between threads safely
    shared(&u);
//~^ ERROR[E0277] 12: `U` cannot be shared between threads safely
    shared(&v);
}
fn objects(work: Box<dyn Work>, sent: Box<dyn Work + Send>, debug: &(dyn Debug + Sync)) {
    shared(&debug);
    shared(&sent);
//~^ ERROR[E0277] 12: `dyn Work + Send` cannot be shared between threads safely
    shared(&*work);
//~^ ERROR[E0277] 12: `dyn Work` cannot be shared between threads safely
}
fn closures() {
    let count = Rc::new(1);
    let seen = Mutex::new(Vec::<u8>::new());
    both(move || seen.lock().unwrap().push(1));
    both(move || drop(count.clone()));
//~^ ERROR[E0277] 10: `Rc<i32>` cannot be sent between threads safely
//~^^ ERROR[E0277] 10: `Rc<i32>` cannot be shared between threads safely
    let once = Cell::new(0);
    both(move || once.set(1));
//~^ ERROR[E0277] 10: `Cell<i32>` cannot be shared between threads safely
    let inner = Rc::new(2);
    let outer = move || move || drop(inner.clone());
    in_background(outer);
}
fn builders() {
    let flags = RefCell::new(1);
    let handle = thread::Builder::new().spawn(move || *flags.borrow_mut() = 2);
    drop(handle);
    let shared = Arc::new(RefCell::new(1));
    thread::Builder::new().name("a".into()).spawn(move || drop(shared)).unwrap();
    let lock = Arc::new(RwLock::new(Cell::new(1)));
    thread::spawn(move || drop(lock));
    thread::spawn(|| Rc::new(2));
//~^ ERROR[E0277] 5: `Rc<{integer}>` cannot be sent between threads safely
}
static COUNT: Cell<u32> = Cell::new(0);
//~^ ERROR[E0277] 15: `Cell<u32>` cannot be shared between threads safely
static LIST: Mutex<Vec<Rc<u8>>> = Mutex::new(Vec::new());
//~^ ERROR[E0277] 14: `Rc<u8>` cannot be sent between threads safely
static NAMES: Mutex<Vec<String>> = Mutex::new(Vec::new());
static ONCE: OnceLock<Cell<u8>> = OnceLock::new();
//~^ ERROR[E0277] 14: `Cell<u8>` cannot be shared between threads safely
static HANDLE: OnceLock<Mutex<Cell<u8>>> = OnceLock::new();
fn main() {}
