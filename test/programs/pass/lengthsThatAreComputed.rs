//@ status: ok
//@ outcome: ok "12 8\n7 3\n4 5 17\n"
const fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

const fn steps(mut n: u64) -> usize {
    let mut count = 0;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        count += 1;
        if count > 1000 {
            return 0;
        }
    }
    count
}

const fn sides(shape: char) -> usize {
    match shape {
        't' => 3,
        's' | 'r' => 4,
        _ => 0,
    }
}

const WIDTH: usize = gcd(12, 18) * 2;
const LARGEST: usize = {
    let mut best = 0;
    let mut n = 0;
    loop {
        n += 1;
        if n * n > 50 {
            break;
        }
        best = n;
    }
    best
};

struct Grid {
    cells: [u8; WIDTH],
    trail: [i8; steps(6)],
}

#[derive(Clone, Copy)]
#[repr(u8)]
enum Code {
    First = sides('s') as u8,
    Next,
    Last = { let base = 10; base + LARGEST as u8 },
}

fn main() {
    let grid = Grid { cells: [1; WIDTH], trail: [0; steps(6)] };
    println!("{} {}", grid.cells.len(), grid.trail.len());
    println!("{:?} {}", [(); LARGEST].len(), [0; sides('t')].len());
    println!("{} {} {}", Code::First as u8, Code::Next as u8, Code::Last as u8);
}
