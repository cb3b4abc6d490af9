fn main() {
    let numbers = vec![3, 1, 2];
//      ^^^^^^^ type: Vec<i32>
    let doubled: Vec<_> = numbers.iter().map(|n| n * 2).collect();
//      ^^^^^^^ type: Vec<i32>
    let total = numbers.iter().sum::<i32>();
//      ^^^^^ type: i32
    let largest = numbers.iter().copied().max();
//      ^^^^^^^ type: Option<i32>
    let found = numbers.iter().find(|n| **n > 1);
//      ^^^^^ type: Option<&i32>
    let position = numbers.iter().position(|&n| n == 2);
//      ^^^^^^^^ type: Option<usize>
    let pairs: Vec<_> = numbers.iter().zip(doubled.iter()).collect();
//      ^^^^^ type: Vec<(&i32, &i32)>
    let joined = numbers.iter().map(|n| n.to_string()).collect::<Vec<_>>().join(",");
//      ^^^^^^ type: String
    let folded = numbers.iter().fold(0u64, |sum, n| sum + *n as u64);
//      ^^^^^^ type: u64
    let chunks = numbers.chunks(2).map(|chunk| chunk.len()).collect::<Vec<_>>();
//      ^^^^^^ type: Vec<usize>
    let (even, odd): (Vec<i32>, Vec<i32>) = numbers.iter().partition(|n| *n % 2 == 0);
//       ^^^^ type: Vec<i32>
//             ^^^ type: Vec<i32>
    let reversed = (0..10u8).rev().step_by(3);
//      ^^^^^^^^ type: StepBy<Rev<Range<u8>>>
    let flat = vec![vec!['a'], vec![]].into_iter().flatten().collect::<String>();
//      ^^^^ type: String
    let parsed: Result<Vec<u16>, _> = "1 2".split(' ').map(|word| word.parse::<u16>()).collect();
//      ^^^^^^ type: Result<Vec<u16>, ParseIntError>
    let any = numbers.iter().any(|n| *n == 3);
//      ^^^ type: bool
    let last = numbers.into_iter().enumerate().last();
//      ^^^^ type: Option<(usize, i32)>
    drop((total, largest, position, joined, folded, chunks, even, odd, reversed, flat, parsed, any, last));
}
