//@ status: ok
//@ outcome: ok "29\n10\n35\n27\n"
use std::panic;

fn main() {
    panic::set_hook(Box::new(|info| println!("{}", info.location().unwrap().column())));
    for turn in 0..4 {
        let _ = panic::catch_unwind(|| match turn {
            /* 漢字 */ 0 => panic!("wide"),
	1 => panic!("tab"),
            /* é e\u{301} */ 2 => panic!("narrow"),
            /* 🦀 */ _ => panic!("emoji"),
        });
    }
}
