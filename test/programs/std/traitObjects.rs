//@ status: ok
//@ oracle: rustc
use std::any::Any;
use std::borrow::Cow;
use std::mem;

trait Animal {
    fn name(&self) -> String;
    fn greet(&self) -> String {
        format!("hi {}", self.name())
    }
}

struct Dog;

impl Animal for Dog {
    fn name(&self) -> String {
        "dog".into()
    }
}

impl<T: Animal + ?Sized> Animal for Box<T> {
    fn name(&self) -> String {
        format!("boxed {}", (**self).name())
    }
}

fn adder(up: bool) -> Box<dyn Fn(i32) -> i32> {
    if up {
        Box::new(|n| n + 1)
    } else {
        Box::new(|n| n - 1)
    }
}

fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |a| g(f(a))
}

fn tidy(text: &str) -> Cow<'_, str> {
    if text.contains(' ') {
        Cow::Owned(text.replace(' ', "_"))
    } else {
        Cow::Borrowed(text)
    }
}

fn main() {
    let zoo: Vec<Box<dyn Animal>> = vec![Box::new(Dog), Box::new(Box::new(Dog))];
    assert_eq!(zoo.iter().map(|a| a.greet()).collect::<Vec<_>>(), ["hi boxed dog", "hi boxed boxed dog"]);
    assert_eq!(
        (adder(true)(1), adder(false)(1), compose(|n: i32| n + 1, |n| n.to_string())(4)),
        (2, 0, "5".to_string())
    );
    let owned = String::from("moved");
    let once: Box<dyn FnOnce() -> String> = Box::new(move || owned);
    assert_eq!(once(), "moved");
    assert!(matches!(tidy("ab"), Cow::Borrowed("ab")) && matches!(tidy("a b"), Cow::Owned(text) if text == "a_b"));
    let mut numbers = Cow::Borrowed(&[1, 2][..]);
    numbers.to_mut().push(3);
    assert_eq!(numbers.into_owned(), [1, 2, 3]);

    let things: [Box<dyn Any>; 2] = [Box::new(5i32), Box::new("text")];
    assert_eq!(
        (things[0].downcast_ref::<i32>(), things[0].is::<u8>(), things[1].downcast_ref::<&str>()),
        (Some(&5), false, Some(&"text"))
    );
    let (mut a, mut b) = (1, 2);
    mem::swap(&mut a, &mut b);
    assert_eq!((a, mem::replace(&mut b, 9), mem::take(&mut b), b), (2, 1, 9, 0));
    assert!(mem::discriminant(&Some(1)) == mem::discriminant(&Some(2)));
    let raw = Box::into_raw(Box::new([1, 2, 3]));
    let back = unsafe {
        (*raw)[1] = 9;
        Box::from_raw(raw)
    };
    assert_eq!((*back, Box::leak(Box::new(4))), ([1, 9, 3], &mut 4));
}
