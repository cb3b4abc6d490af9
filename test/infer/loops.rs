use std::collections::HashMap;

fn search(grid: &[Vec<u8>], wanted: u8) -> Option<(usize, usize)> {
    'rows: for (y, row) in grid.iter().enumerate() {
//              ^ type: usize
//                 ^^^ type: &Vec<u8>
        for (x, &cell) in row.iter().enumerate() {
//           ^ type: usize
//               ^^^^ type: u8
            if cell == 0 {
                continue 'rows;
            }
            if cell == wanted {
                return Some((x, y));
            }
        }
    }
    None
}

fn main() {
    let grid = vec![vec![1; 3]; 2];
    let place = search(&grid, 1);
//      ^^^^^ type: Option<(usize, usize)>
    let mut stack = vec![Some(1), None];
//          ^^^^^ type: Vec<Option<i32>>
    while let Some(top) = stack.pop() {
//                 ^^^ type: Option<i32>
        let Some(inner) = top else { continue };
//               ^^^^^ type: i32
        stack.push(if inner > 3 { None } else { Some(inner + 1) });
    }
    let mut tries = 0u8;
//          ^^^^^ type: u8
    let answer = loop {
//      ^^^^^^ type: char
        tries += 1;
        if tries > 3 {
            break tries as char;
        }
    };
    let labelled = 'block: {
//      ^^^^^^^^ type: &str
        if tries == 2 {
            break 'block "early";
        }
        "late"
    };
    let mut map = HashMap::from([("a", 1.5)]);
//          ^^^ type: HashMap<&str, f64>
    for (key, value) in &mut map {
//       ^^^ type: &&str
//            ^^^^^ type: &mut f64
        *value *= key.len() as f64;
    }
    for (name, score) in map {
//       ^^^^ type: &str
//             ^^^^^ type: f64
        drop((name, score));
    }
    let never = if tries > 0 { 1 } else { panic!("no") };
//      ^^^^^ type: i32
    let unit = for _ in 0..2 {};
//      ^^^^ type: ()
    drop((place, answer, labelled, never, unit));
}
