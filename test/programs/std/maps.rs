//@ status: ok
//@ oracle: rustc
use std::collections::btree_map::BTreeMap;
use std::collections::hash_map::{Entry, HashMap};
use std::collections::{BTreeSet, HashSet};

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items
}

fn main() {
    let mut map: HashMap<String, i32> = HashMap::new();
    for word in "a b a c b a".split(' ') {
        *map.entry(word.to_string()).or_insert(0) += 1;
    }
    assert_eq!((map["a"], map.get("z"), map.len(), map.contains_key("b")), (3, None, 3, true));
    assert_eq!((map.insert("a".into(), 10), map.remove("c"), map.remove("c")), (Some(3), Some(1), None));
    match map.entry("q".into()) {
        Entry::Occupied(_) => unreachable!(),
        Entry::Vacant(place) => *place.insert(1) += 4,
    }
    map.entry("q".into()).and_modify(|n| *n *= 2).or_default();
    map.retain(|_, n| *n != 2);
    assert_eq!(sorted(map.iter()), [(&"a".to_string(), &10), (&"q".to_string(), &10)]);
    assert_eq!(map, HashMap::from([("q".to_string(), 10), ("a".to_string(), 10)]));
    map.values_mut().for_each(|n| *n += 1);
    assert_eq!((map.drain().map(|(_, n)| n).sum::<i32>(), map.is_empty()), (22, true));

    let (s, t) = (HashSet::from([1, 2, 3]), HashSet::from([2, 3, 4]));
    assert_eq!(sorted(s.intersection(&t).copied()), [2, 3]);
    assert_eq!(
        (sorted((&s - &t).into_iter()), sorted((&s | &t).into_iter()), sorted((&s ^ &t).into_iter())),
        (vec![1], vec![1, 2, 3, 4], vec![1, 4])
    );
    assert!(s.is_disjoint(&HashSet::from([9])) && !s.is_subset(&t) && s == HashSet::from([3, 2, 1]));

    let mut tree = BTreeMap::new();
    for (i, word) in "the quick brown fox the".split(' ').enumerate() {
        tree.entry(word).or_insert_with(Vec::new).push(i);
    }
    assert_eq!(format!("{tree:?}"), r#"{"brown": [2], "fox": [3], "quick": [1], "the": [0, 4]}"#);
    assert_eq!((tree.first_key_value(), tree.keys().next_back()), (Some((&"brown", &vec![2])), Some(&"the")));
    assert_eq!(tree.pop_last(), Some(("the", vec![0, 4])));
    assert_eq!(tree.split_off("fox").into_keys().collect::<Vec<_>>(), ["fox", "quick"]);
    let squares: BTreeMap<i32, i32> = (0..10).map(|n| (n, n * n)).collect();
    assert_eq!(
        (squares.range(3..5).count(), squares.range(..=2).next_back(), squares.range(8..).map(|(_, n)| n).sum::<i32>()),
        (2, Some((&2, &4)), 145)
    );
    let (a, b) = (BTreeSet::from([1, 2, 3, 5]), BTreeSet::from([2, 5, 8]));
    assert_eq!(
        (a.union(&b).count(), sorted(a.symmetric_difference(&b)), a.range(2..=3).count(), a.last()),
        (5, vec![&1, &3, &8], 2, Some(&5))
    );
}
