//@ status: ok
//@ oracle: rustc
use std::cell::{Cell, LazyCell, OnceCell, Ref, RefCell, RefMut};

fn main() {
    let cell = Cell::new(5);
    cell.set(cell.get() + 1);
    cell.update(|n| n * 2);
    assert_eq!((cell.replace(1), cell.take(), cell.into_inner()), (12, 1, 0));

    let shared = RefCell::new(vec![1, 2]);
    {
        let first = shared.borrow();
        let second = Ref::map(shared.borrow(), |v| &v[1]);
        assert_eq!((first.len(), *second), (2, 2));
        assert!(shared.try_borrow_mut().is_err());
    }
    {
        let mut head = RefMut::map(shared.borrow_mut(), |v| &mut v[0]);
        *head += 10;
        assert_eq!(shared.try_borrow().unwrap_err().to_string(), "RefCell already mutably borrowed");
    }
    {
        let guard = shared.borrow_mut();
        let (mut a, b) = RefMut::map_split(guard, |v| {
            let (a, b) = v.split_at_mut(1);
            (&mut a[0], &mut b[0])
        });
        *a += *b;
        drop(a);
        assert!(shared.try_borrow_mut().is_err());
        assert_eq!(*b, 2);
    }
    assert_eq!(format!("{shared:?}"), "RefCell { value: [13, 2] }");
    let guard = shared.borrow_mut();
    assert_eq!(format!("{shared:?}"), "RefCell { value: <borrowed> }");
    drop(guard);
    assert_eq!(shared.replace(vec![]), [13, 2]);

    let once = OnceCell::new();
    assert_eq!((once.get(), once.get_or_init(|| 4), once.set(5), once.get()), (None, &4, Err(5), Some(&4)));
    let made = Cell::new(0);
    let lazy = LazyCell::new(|| {
        made.set(made.get() + 1);
        made.get() * 7
    });
    assert_eq!((made.get(), *lazy, *lazy, made.get()), (0, 7, 7, 1));
}
