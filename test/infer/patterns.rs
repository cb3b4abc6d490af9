struct Point {
    x: i32,
    y: Option<(char, String)>,
}

enum Tree {
    Leaf(u8),
    Node(Box<Tree>, Box<Tree>),
}

fn depth(tree: &Tree) -> usize {
    match tree {
        Tree::Leaf(value) => usize::from(*value > 0),
        Tree::Node(left, right) => depth(left).max(depth(right)) + 1,
    }
}

fn main() {
    let mut point = Point { x: 1, y: Some(('a', String::new())) };
//          ^^^^^ type: Point
    if let Point { x: across, y: Some((letter, word)) } = &mut point {
//                                     ^^^^^^ type: &mut char
//                                             ^^^^ type: &mut String
        *across += 1;
        word.push(*letter);
    }
    let Point { x: horizontal, y: vertical } = &point;
    let array = [1u16, 2, 3, 4];
//      ^^^^^ type: [u16; 4]
    let [head, middle @ .., tail] = array;
//       ^^^^ type: u16
//             ^^^^^^ type: [u16; 2]
//                          ^^^^ type: u16
    let slice = &array[..];
//      ^^^^^ type: &[u16]
    if let [first, rest @ ..] = slice {
//          ^^^^^ type: &u16
//                 ^^^^ type: &[u16]
        drop((first, rest));
    }
    let (ref borrowed, owned) = (String::new(), String::new());
//           ^^^^^^^^ type: &String
//                     ^^^^^ type: String
    let nested @ (inner, _) = (1u8, 2.5);
//      ^^^^^^ type: (u8, f64)
//                ^^^^^ type: u8
    let &reference = &'c';
//       ^^^^^^^^^ type: char
    let Some(number) = Some(7i8) else { return };
//           ^^^^^^ type: i8
    match (number, &Some(2u32)) {
        (low @ ..=0, _) => drop(low),
        (_, Some(count)) if *count > 1 => drop(count),
        other => drop(other),
    }
    let levels = depth(&Tree::Node(Box::new(Tree::Leaf(1)), Box::new(Tree::Leaf(2))));
//      ^^^^^^ type: usize
    drop((horizontal, vertical, head, middle, tail, borrowed, owned, nested, inner, reference, levels));
}
