//@ status: ok
//@ oracle: rustc
use std::cmp::Reverse;

fn main() {
    let mut v = [5, 3, 8, 1, 9, 2, 7];
    v.sort();
    assert_eq!((v.binary_search(&7), v.binary_search(&4), v.partition_point(|n| *n < 5)), (Ok(4), Err(3), 3));
    v.reverse();
    v.rotate_left(2);
    v.swap(0, 6);
    assert_eq!(v, [8, 5, 3, 2, 1, 9, 7]);
    v.sort_by_key(|n| Reverse(*n));
    assert_eq!(v, [9, 8, 7, 5, 3, 2, 1]);

    // Long enough for merging; equal keys keep their order.
    let mut pairs: Vec<(i32, usize)> = (0..60).map(|i| ((i * 37) % 11, i as usize)).collect();
    pairs.sort_by_key(|pair| pair.0);
    assert!(pairs.windows(2).all(|w| w[0] < w[1]));
    pairs.sort_by_cached_key(|pair| Reverse(pair.1));
    assert!(pairs.iter().rev().map(|pair| pair.1).eq(0..60));

    let a = [1, 2, 3, 4, 5, 6, 7];
    assert_eq!(a.chunks(3).map(|c| c.len()).collect::<Vec<_>>(), [3, 3, 1]);
    assert_eq!(a.rchunks(3).next(), Some(&[5, 6, 7][..]));
    assert_eq!((a.chunks_exact(2).len(), a.chunks_exact(2).remainder()), (3, &[7][..]));
    assert_eq!(a.windows(2).map(|w| w[1] - w[0]).sum::<i32>(), 6);
    assert_eq!(a.split(|n| n % 3 == 0).collect::<Vec<_>>(), [&[1, 2][..], &[4, 5], &[7]]);
    assert_eq!([1, 1, 2, 3, 3].chunk_by(|x, y| x == y).map(|c| c.len()).collect::<Vec<_>>(), [2, 1, 2]);
    assert_eq!((a.split_at(2).1.len(), a.split_first().unwrap().0, a.split_last().unwrap().0), (5, &1, &7));
    assert!(a.contains(&4) && a.starts_with(&[1, 2]) && a.ends_with(&[7]) && a.is_sorted());

    let mut b = [0; 5];
    b[1..3].copy_from_slice(&[7, 8]);
    b.copy_within(1..3, 3);
    assert_eq!(b, [0, 7, 8, 7, 8]);
    let (left, right) = b.split_at_mut(2);
    std::mem::swap(&mut left[0], &mut right[0]);
    b[3..].fill(1);
    assert_eq!(b, [8, 7, 0, 1, 1]);
    for chunk in b.chunks_mut(2) {
        chunk[0] = 5;
    }
    assert_eq!(b, [5, 7, 5, 1, 5]);
    assert_eq!(b.map(|n| n * 2).into_iter().rev().take(2).collect::<Vec<_>>(), [10, 2]);
    assert_eq!(
        (["a", "b"].concat(), ["a", "b"].join("-"), [[1], [2]].concat()),
        ("ab".into(), "a-b".into(), vec![1, 2])
    );
    let [first, .., last] = b;
    assert_eq!((first, last), (5, 5));
}
