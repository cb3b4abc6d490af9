//@ status: exit
//@ outcome: exit "blows second\n"
//@ oracle: rustc
struct Fuse(&'static str);

impl Drop for Fuse {
    fn drop(&mut self) {
        println!("blows {}", self.0);
        if self.0 == "second" {
            panic!("{} went as well", self.0);
        }
    }
}

fn main() {
    let _first = Fuse("first");
    let _second = Fuse("second");
    panic!("short circuit");
}
