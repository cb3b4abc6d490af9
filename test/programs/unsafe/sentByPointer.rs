//@ status: ok
//@ outcome: ok "[9, 2, 3]\n"
//@ oracle: reasoning: the channel hands the memory over and back
use std::sync::mpsc;
use std::thread;

struct Parcel(*mut [u8; 3]);

unsafe impl Send for Parcel {}

fn main() {
    let (tx, rx) = mpsc::channel::<Parcel>();
    let (back_tx, back_rx) = mpsc::channel();
    thread::spawn(move || {
        let parcel = rx.recv().unwrap();
        unsafe { (*parcel.0)[0] = 9 };
        back_tx.send(parcel).unwrap();
    });
    let raw = Box::into_raw(Box::new([1, 2, 3]));
    unsafe { (*raw)[0] = 5 };
    tx.send(Parcel(raw)).unwrap();
    let parcel = back_rx.recv().unwrap();
    let array = unsafe { Box::from_raw(parcel.0) };
    println!("{array:?}");
}
