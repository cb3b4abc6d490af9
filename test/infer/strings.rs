use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet, VecDeque};

fn shout(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { text.to_uppercase().into() } else { Cow::Borrowed(text) }
}

fn main() {
    let line = "to be or not to be";
//      ^^^^ type: &str
    let words = line.split_whitespace().collect::<Vec<_>>();
//      ^^^^^ type: Vec<&str>
    let mut counts = BTreeMap::new();
//          ^^^^^^ type: BTreeMap<&str, i32>
    for word in &words {
//      ^^^^ type: &&str
        *counts.entry(*word).or_insert(0) += 1;
    }
    let unique: HashSet<_> = words.iter().map(|w| w.len()).collect();
//      ^^^^^^ type: HashSet<usize>
    let owned = line.to_owned() + "!";
//      ^^^^^ type: String
    let formatted = format!("{owned:>10} {}", words.len());
//      ^^^^^^^^^ type: String
    let upper = shout(&formatted);
//      ^^^^^ type: Cow<'_, str>
    let bytes = upper.as_bytes();
//      ^^^^^ type: &[u8]
    let letter = line.chars().nth(2);
//      ^^^^^^ type: Option<char>
    let (before, after) = line.split_once(' ').unwrap();
//       ^^^^^^ type: &str
//               ^^^^^ type: &str
    let stripped = line.strip_prefix("to ");
//      ^^^^^^^^ type: Option<&str>
    let found = line.find("be");
//      ^^^^^ type: Option<usize>
    let lines: VecDeque<String> = "a\nb".lines().map(str::to_string).collect();
//      ^^^^^ type: VecDeque<String>
    let replaced = line.replace('o', "0");
//      ^^^^^^^^ type: String
    let part = &line[3..5];
//      ^^^^ type: &str
    let repeated = "-".repeat(3);
//      ^^^^^^^^ type: String
    let most = counts.iter().max_by_key(|(_, n)| **n).map(|(w, _)| *w);
//      ^^^^ type: Option<&str>
    let utf8 = String::from_utf8(vec![104, 105]);
//      ^^^^ type: Result<String, FromUtf8Error>
    drop((unique, bytes, letter, before, after, stripped, found, lines, replaced, part, repeated, most, utf8));
}
