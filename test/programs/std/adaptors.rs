//@ status: ok
//@ oracle: rustc
use std::iter;

fn list<I: Iterator<Item = i32>>(items: I) -> Vec<i32> {
    items.collect()
}

fn main() {
    let v = [5, 3, 8, 1, 9, 2];
    let all = || v.iter().copied();
    assert_eq!(list(all().map(|n| n * 2).filter(|n| n % 3 != 0)), [10, 16, 2, 4]);
    assert_eq!(list(all().skip(1).step_by(2)), [3, 1, 2]);
    assert_eq!(list(all().rev().take(3)), [2, 9, 1]);
    assert_eq!(list(all().enumerate().rev().map(|(i, n)| i as i32 * n)), [10, 36, 3, 16, 3, 0]);
    assert_eq!(list(all().zip(1..).map(|(a, b)| a * b)), [5, 6, 24, 4, 45, 12]);
    assert_eq!(list(all().chain([0]).rev().skip(1).take(2)), [2, 9]);
    assert_eq!(list(all().flat_map(|n| iter::repeat_n(n, n as usize % 3))), [5, 5, 8, 8, 1, 2, 2]);
    assert_eq!(
        list(all().scan(0, |sum, n| {
            *sum += n;
            (*sum < 20).then_some(*sum)
        })),
        [5, 8, 16, 17]
    );
    assert_eq!(
        (list(all().take_while(|n| *n != 1)), list(all().skip_while(|n| *n != 1))),
        (vec![5, 3, 8], vec![1, 9, 2])
    );
    assert_eq!(list(all().map_while(|n| (n != 1).then(|| n + 1))), [6, 4, 9]);
    assert_eq!(list(all().cycle().skip(4).take(5)), [9, 2, 5, 3, 8]);
    assert_eq!(list(vec![vec![1], vec![], vec![2, 3]].into_iter().flatten().rev()), [3, 2, 1]);
    assert_eq!(list((1..=3).flat_map(|n| 0..n).rev()), [2, 1, 0, 1, 0, 0]);
    assert_eq!(
        (list((0..10).step_by(3)), list((0..=9).rev().step_by(4)), list([1, 2, 3, 4, 5].into_iter().step_by(2).rev())),
        (vec![0, 3, 6, 9], vec![9, 5, 1], vec![5, 3, 1])
    );
    assert_eq!(list(iter::successors(Some(1), |n| (*n < 50).then(|| n * 3))), [1, 3, 9, 27, 81]);
    let mut n = 0;
    assert_eq!(
        list(iter::from_fn(|| {
            n += 1;
            (n < 4).then_some(n)
        })),
        [1, 2, 3]
    );
    assert_eq!(list(iter::once(1).chain(iter::repeat(2)).take(3).chain(iter::empty())), [1, 2, 2]);

    let mut looked = v.iter().peekable();
    assert_eq!(looked.peek(), Some(&&5));
    assert_eq!((looked.next_if(|n| **n == 5), looked.next_if_eq(&&9), looked.next()), (Some(&5), None, Some(&3)));
    let mut rest = v.iter();
    assert_eq!(
        (rest.by_ref().take(2).count(), rest.as_slice(), rest.nth(1), rest.nth_back(0)),
        (2, &[8, 1, 9, 2][..], Some(&1), Some(&2))
    );
    let mut seen = vec![];
    assert_eq!(v.iter().inspect(|n| seen.push(**n)).nth(1), Some(&3));
    assert_eq!(seen, [5, 3]);
    let mut both = (1..=3).into_iter();
    assert_eq!((both.next(), both.next_back(), both.next(), both.next()), (Some(1), Some(3), Some(2), None));
    assert_eq!(
        ((1..5).len(), (1..=5).size_hint(), all().chain([1, 2]).size_hint(), ('a'..='e').count()),
        (4, (5, Some(5)), (8, Some(8)), 5)
    );
}
