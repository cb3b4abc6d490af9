//@ status: ok
//@ outcome: ok "None Ok(())\nErr(\"Lin\") Ada\nmade\n3 3\nSome(\"Ada\")\n"
use std::cell::{LazyCell, OnceCell};

fn main() {
    let name = OnceCell::new();
    println!("{:?} {:?}", name.get(), name.set("Ada"));
    println!("{:?} {}", name.set("Lin"), name.get_or_init(|| unreachable!()));
    let table = LazyCell::new(|| {
        println!("made");
        [1, 2, 3]
    });
    println!("{} {}", table.len(), table[2]);
    println!("{:?}", name.into_inner());
}
