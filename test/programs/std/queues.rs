//@ status: ok
//@ oracle: rustc
use std::cmp::Reverse;
use std::collections::{BinaryHeap, LinkedList, VecDeque};

fn main() {
    let mut queue: VecDeque<i32> = VecDeque::new();
    for n in 1..4 {
        queue.push_back(n);
        queue.push_front(-n);
    }
    assert_eq!(queue, [-3, -2, -1, 1, 2, 3]);
    assert_eq!(
        (queue.pop_front(), queue.pop_back(), queue.front(), queue.back(), queue.len()),
        (Some(-3), Some(3), Some(&-2), Some(&2), 4)
    );
    queue.rotate_left(1);
    queue.insert(1, 7);
    assert_eq!((queue.remove(2), queue.iter().rev().copied().collect::<Vec<_>>()), (Some(1), vec![-2, 2, 7, -1]));
    queue.make_contiguous().sort();
    assert_eq!((queue.as_slices(), queue.binary_search(&2)), ((&[-2, -1, 2, 7][..], &[][..]), Ok(2)));
    queue.extend([8, 9]);
    queue.retain(|n| n % 2 == 0);
    assert_eq!((queue[1], queue.drain(1..).collect::<Vec<_>>(), queue.get(1)), (2, vec![2, 8], None));
    queue.resize(3, 5);
    queue.swap(0, 2);
    assert_eq!((queue.range(1..).sum::<i32>(), queue.split_off(1).len(), queue.contains(&5)), (3, 2, true));
    let mut joined = VecDeque::from(vec![1, 2]);
    joined.append(&mut VecDeque::from([3]));
    joined.iter_mut().for_each(|n| *n *= 2);
    assert_eq!(Vec::from(joined), [2, 4, 6]);

    let mut heap = BinaryHeap::from([3, 1, 4, 1, 5]);
    heap.push(9);
    assert_eq!((heap.peek(), heap.len(), heap.clone().into_sorted_vec()), (Some(&9), 6, vec![1, 1, 3, 4, 5, 9]));
    *heap.peek_mut().unwrap() = 0;
    assert_eq!(std::iter::from_fn(|| heap.pop()).collect::<Vec<_>>(), [5, 4, 3, 1, 1, 0]);
    let mut soonest: BinaryHeap<_> = [(5, "a"), (2, "b")].into_iter().map(Reverse).collect();
    assert_eq!(soonest.pop(), Some(Reverse((2, "b"))));
    let order: BinaryHeap<i32> = (0..9).map(|n| (n * 7) % 10).collect();
    assert_eq!(order.into_vec(), [9, 8, 5, 7, 0, 4, 2, 1, 6]);

    let mut list = LinkedList::from([1, 2, 3]);
    list.push_front(0);
    assert_eq!((list.pop_back(), list.front(), list.len()), (Some(3), Some(&0), 3));
    let mut tail = list.split_off(1);
    tail.append(&mut list);
    assert_eq!((tail.iter().rev().copied().collect::<Vec<_>>(), list.is_empty()), (vec![0, 2, 1], true));
}
