//@ status: ok
//@ oracle: rustc
use std::cmp::Ordering::Less;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

struct Fib(u64, u64);

impl Iterator for Fib {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        let now = self.0;
        (self.0, self.1) = (self.1, now + self.1);
        Some(now)
    }
}

fn main() {
    let v = [5, 3, 8, 1, 9, 2];
    assert_eq!(
        (v.iter().max(), v.iter().min(), v.iter().sum::<i32>(), v.iter().product::<i32>()),
        (Some(&9), Some(&1), 28, 2160)
    );
    assert_eq!(
        (v.iter().position(|n| *n == 8), v.iter().rposition(|n| *n < 5), v.iter().find(|n| **n > 5)),
        (Some(2), Some(5), Some(&8))
    );
    assert_eq!(v.iter().find_map(|n| (*n > 5).then(|| n * 10)), Some(80));
    assert!(v.iter().any(|n| *n == 9) && !v.iter().all(|n| *n > 1));
    assert_eq!(v.iter().fold(String::new(), |text, n| text + &n.to_string()), "538192");
    assert_eq!((v.into_iter().reduce(|a, b| a * 2 + b), v.iter().count(), v.iter().last()), (Some(296), 6, Some(&2)));
    assert_eq!(
        (v.iter().max_by_key(|n| (**n - 4).abs()), v.iter().min_by_key(|n| (**n - 4).abs())),
        (Some(&9), Some(&5))
    );
    // Of several, `max` gives the last and `min` the first.
    assert_eq!(
        (["ab", "c", "de"].iter().max_by_key(|s| s.len()), ["ab", "c", "d"].iter().min_by_key(|s| s.len())),
        (Some(&"de"), Some(&"c"))
    );
    assert_eq!(v.iter().try_fold(0i8, |sum, n| sum.checked_add(*n as i8 * 9)), None);
    assert_eq!(v.iter().try_for_each(|n| if *n == 1 { Err(*n) } else { Ok(()) }), Err(1));
    assert_eq!(v.iter().map(|n| (*n, n * n)).unzip::<i32, i32, Vec<_>, VecDeque<_>>().1.front(), Some(&25));
    assert_eq!(
        ([1, 2].iter().cmp(&[1, 3]), [1, 2].iter().eq(&[1, 2]), [1].iter().lt(&[1, 0]), [1, 2, 2].is_sorted()),
        (Less, true, true, true)
    );
    assert_eq!((1..=4).rev().rfold(0, |acc, n| acc * 10 + n), 1234);

    let text: String = ["a", "b"].into_iter().chain(["c"]).collect();
    let squares: BTreeMap<_, _> = (1..=3).map(|n| (n, n * n)).collect();
    let letters: BTreeSet<char> = "hello".chars().collect();
    assert_eq!((text.as_str(), squares[&3], letters.into_iter().collect::<String>()), ("abc", 9, "ehlo".to_string()));
    let counts = "a b a".split(' ').fold(HashMap::new(), |mut map, word| {
        *map.entry(word).or_insert(0) += 1;
        map
    });
    assert_eq!((counts["a"], counts.values().sum::<i32>()), (2, 3));
    assert_eq!(Fib(0, 1).skip(5).step_by(2).take_while(|n| *n < 500).collect::<Vec<_>>(), [5, 13, 34, 89, 233]);
    let mut total = 0;
    for (i, n) in v.iter().enumerate().skip(1) {
        if i == 4 {
            break;
        }
        total += n;
    }
    assert_eq!(total, 12);
}
