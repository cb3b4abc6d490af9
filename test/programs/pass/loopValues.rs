//@ status: ok
//@ outcome: ok "1 2 1\n2\n((), 1)\n"
//@ oracle: rustc
// The value of a loop is a temporary of the statement around it, unlike those of the loop's head.

fn main() {
    let v = vec![1, 2];
    &for i in v.iter() {
        print!("{i} ");
    };
    let unit = (&for i in v {
        println!("{i}");
    }, 1);
    println!("{unit:?}");
}
