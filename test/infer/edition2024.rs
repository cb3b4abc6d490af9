//@ edition: 2024
use std::sync::Mutex;

fn produce() -> Result<u8, String> {
    Ok(1)
}

fn main() {
    let slot = Mutex::new(Some(3));
//      ^^^^ type: Mutex<Option<i32>>
    let value = if let Some(number) = *slot.lock().unwrap() { number } else { 0 };
//      ^^^^^ type: i32
//                          ^^^^^^ type: i32
    let chained = if let Ok(byte) = produce() && byte > 0 { byte as u16 } else { 1 };
//      ^^^^^^^ type: u16
//                          ^^^^ type: u8
    let pairs = [(1, 'a'), (2, 'b')];
//      ^^^^^ type: [(i32, char); 2]
    let letters = pairs.iter().map(|(_, letter)| letter).collect::<String>();
//      ^^^^^^^ type: String
    let boxed: Box<[u8]> = Box::new([1, 2]);
//      ^^^^^ type: Box<[u8]>
    let doubled: Vec<u8> = boxed.into_iter().map(|byte| byte * 2).collect();
//      ^^^^^^^ type: Vec<u8>
    let closure = |text: &str| text.len();
//      ^^^^^^^ type: {closure}
    let length = closure("abc");
//      ^^^^^^ type: usize
    drop((value, chained, letters, doubled, length));
}
