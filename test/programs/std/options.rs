//@ status: ok
//@ oracle: rustc
fn half(n: i32) -> Option<i32> {
    if n % 2 == 0 {
        Some(n / 2)
    } else {
        None
    }
}

fn quarter(n: i32) -> Option<i32> {
    let h = half(n)?;
    half(h)
}

fn main() {
    let some = Some(6);
    let none: Option<i32> = None;
    assert_eq!((some.map(|n| n + 1), none.map(|n| n + 1)), (Some(7), None));
    assert_eq!((some.and_then(half), Some(3).and_then(half)), (Some(3), None));
    assert_eq!((quarter(8), quarter(6)), (Some(2), None));
    assert_eq!((some.unwrap_or(1), none.unwrap_or(1), none.unwrap_or_default()), (6, 1, 0));
    assert_eq!((some.map_or(0, |n| n * 2), none.map_or_else(|| -1, |n| n)), (12, -1));
    assert_eq!((some.ok_or("none"), none.ok_or("none")), (Ok(6), Err("none")));
    assert_eq!((some.filter(|n| *n > 6), some.xor(none), some.xor(some)), (None, Some(6), None));
    assert_eq!((some.zip(Some('a')), Some((1, 2)).unzip()), (Some((6, 'a')), (Some(1), Some(2))));
    assert!(some.is_some_and(|n| n == 6) && none.is_none_or(|n| n == 6));
    assert_eq!((Some(Some(1)).flatten(), Some(&5).copied()), (Some(1), Some(5)));
    assert!(None < Some(0) && Some(1) < Some(2));

    let mut slot = Some(String::from("a"));
    assert_eq!(slot.as_deref(), Some("a"));
    slot.as_mut().unwrap().push('b');
    assert_eq!(slot.replace("c".to_string()).as_deref(), Some("ab"));
    assert_eq!((slot.take().as_deref(), slot.clone()), (Some("c"), None));
    slot.get_or_insert_with(|| "d".to_string()).push('e');
    assert_eq!(slot.insert("f".to_string()), "f");
    assert_eq!(slot.take_if(|s| s == "g"), None);

    let all: Option<Vec<i32>> = [Some(1), Some(2)].into_iter().collect();
    let broken: Option<Vec<i32>> = [Some(1), None].into_iter().collect();
    assert_eq!((all, broken), (Some(vec![1, 2]), None));
    assert_eq!([Some(1), Some(2)].into_iter().sum::<Option<i32>>(), Some(3));
    assert_eq!(Some(3).into_iter().chain(None).chain(Some(4)).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(Some(Ok::<i32, ()>(1)).transpose(), Ok(Some(1)));
}
