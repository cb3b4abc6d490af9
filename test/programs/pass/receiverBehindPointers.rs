//@ status: ok
//@ outcome: ok "2\nb\n"
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

#[derive(Default)]
struct Part {
    parts: RefCell<Vec<Rc<Part>>>,
    name: String,
}

impl Part {
    fn add(self: &Rc<Self>, name: &str) -> &Rc<Self> {
        let part = Part { name: name.to_string(), ..Part::default() };
        self.parts.borrow_mut().push(Rc::new(part));
        self
    }

    fn name(self: Pin<&Self>, _other: &str) -> &str {
        &self.get_ref().name
    }
}

fn main() {
    let whole = Rc::new(Part::default());
    println!("{}", whole.add("a").add("b").parts.borrow().len());
    println!("{}", Pin::new(&*whole.parts.borrow()[1]).name(""));
}
