//@ status: ok
//@ oracle: rustc
fn main() {
    let mut v = vec![5, 3, 8, 1];
    v.push(9);
    v.insert(1, 4);
    assert_eq!((v.remove(0), v.swap_remove(0), v.pop()), (5, 4, Some(1)));
    assert_eq!(v, [9, 3, 8]);
    v.extend([1, 1, 2]);
    v.dedup();
    v.retain(|n| n % 3 != 0);
    assert_eq!(v, [8, 1, 2]);
    assert_eq!((v.first(), v.last(), v.get(3), v.get(1..)), (Some(&8), Some(&2), None, Some(&[1, 2][..])));

    let mut v: Vec<i32> = (0..10).collect();
    assert_eq!(v.split_off(8), [8, 9]);
    assert_eq!(v.drain(2..5).rev().collect::<Vec<_>>(), [4, 3, 2]);
    assert_eq!(v.splice(1..2, [10, 11]).collect::<Vec<_>>(), [1]);
    assert_eq!(v, [0, 10, 11, 5, 6, 7]);
    assert_eq!(v.extract_if(.., |n| *n > 9).collect::<Vec<_>>(), [10, 11]);
    v.resize(6, -1);
    v.truncate(5);
    assert_eq!((&v[..], v.capacity() >= 6), (&[0, 5, 6, 7, -1][..], true));
    v.dedup_by_key(|n| *n / 5);
    assert_eq!(v, [0, 5, -1]);
    assert_eq!(v.pop_if(|n| *n > 0), None);
    v.append(&mut vec![2, 2]);
    v.clear();
    assert!(v.is_empty());

    let mut capacities = Vec::new();
    let mut grown = Vec::new();
    for n in 0..20 {
        grown.push(n);
        capacities.push(grown.capacity());
    }
    capacities.dedup();
    assert_eq!(capacities, [4, 8, 16, 32]);
    assert_eq!(vec![String::from("a"); 3].concat(), "aaa");
    assert_eq!(Vec::from("ab"), [97, 98]);
    let boxed: Box<[i32]> = vec![1, 2].into();
    assert_eq!(boxed.into_vec().into_iter().rev().collect::<Vec<_>>(), [2, 1]);
    assert_eq!(<[i32; 2]>::try_from(vec![1, 2, 3]), Err(vec![1, 2, 3]));
    let (odd, even): (Vec<i32>, Vec<i32>) = (1..6).partition(|n| n % 2 == 1);
    assert_eq!((odd, even), (vec![1, 3, 5], vec![2, 4]));
    assert!(vec![1, 2] < vec![1, 3] && vec![1] < vec![1, 0]);
}
