//@ status: error
async fn tick() -> u8 {
    1
}

fn main() {
    let now = tick().await; //~ ERROR[E0728] `await` is only allowed inside `async` functions and blocks
    std::thread::spawn(|| tick().await); //~ ERROR[E0728] `await` is only allowed inside
}
