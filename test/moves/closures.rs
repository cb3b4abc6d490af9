// Lifetimes that go through closures: what a signature binds, what it leaves to the maker, and what comes out of a call.
// edition: 2021

use std::collections::HashMap;

struct Track {
    title: String,
    seconds: u32,
}

fn titles_outlive_a_push(mut list: Vec<Track>) {
    let titles: Vec<&str> = list.iter().map(|track| track.title.as_str()).collect();
    list.push(Track { title: String::new(), seconds: 3 }); //~ ERROR[E0502] cannot borrow `list` as mutable because it is also borrowed as immutable <- list.push(Track { title: String::new(), seconds: 3 })
    println!("{titles:?}");
}

fn numbers_may_be_pushed_beside(mut list: Vec<Track>) {
    let lengths: Vec<u32> = list.iter().map(|track| track.seconds).collect();
    list.push(Track { title: String::new(), seconds: 3 });
    println!("{lengths:?}");
}

fn longest_in_a_map(map: &mut HashMap<String, u32>) {
    let best = map.iter().max_by_key(|entry| entry.1).map(|(name, _)| name);
    map.clear(); //~ ERROR[E0502] cannot borrow `*map` as mutable because it is also borrowed as immutable <- map.clear()
    println!("{best:?}");
}

fn one_lifetime_for_all_calls() {
    let kept;
    {
        let inner = 1;
        let same = |number| number;
        kept = same(&inner); //~ ERROR[E0597] `inner` does not live long enough <- &inner
    }
    println!("{kept}");
}

fn written_reference_is_bound() {
    let same = |number: &u32| number; //~ ERROR lifetime may not live long enough <- number
    same(&1);
}

fn through_an_object(trim: &dyn Fn(&str) -> &str) {
    let kept;
    {
        let text = String::from(" a ");
        kept = trim(&text); //~ ERROR[E0597] `text` does not live long enough <- &text
    }
    println!("{kept}");
}

fn through_a_bound<F: Fn(&str) -> &str>(trim: F) {
    let kept;
    {
        let text = String::from(" a ");
        kept = trim(&text); //~ ERROR[E0597] `text` does not live long enough <- &text
    }
    println!("{kept}");
}

fn through_a_pointer(trim: fn(&str) -> &str) {
    let kept;
    {
        let text = String::from(" a ");
        kept = trim(&text); //~ ERROR[E0597] `text` does not live long enough <- &text
    }
    println!("{kept}");
}

fn pointer_binds_its_own(count: fn(&str) -> usize) -> usize {
    let local = String::new();
    apply_to(count, &local)
}

fn apply_to(count: fn(&str) -> usize, text: &str) -> usize {
    count(text)
}

fn clause_binds<F>(mut each: F)
where
    for<'a> F: FnMut(&'a u32),
{
    let local = 1;
    each(&local);
}

fn boxed_closure_is_local() {
    let mut calls = 0;
    let mut count: Box<dyn FnMut()> = Box::new(|| calls += 1);
    count();
    drop(count);
    println!("{calls}");
}

fn each_word(text: &str, mut visit: impl FnMut(&str)) {
    for word in text.split(' ') {
        visit(word);
    }
}

fn word_escapes_into_vec(text: &str) {
    let mut words = Vec::new();
    each_word(text, |word| words.push(word)); //~ ERROR[E0521] borrowed data escapes outside of closure <- words.push(word)
    println!("{words:?}");
}

fn word_escapes_into_variable<'a>(text: &'a str) -> &'a str {
    let mut last = text;
    each_word(text, |word| last = word); //~ ERROR[E0521] borrowed data escapes outside of closure <- last = word
    last
}

fn word_as_string_is_fine(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word| words.push(word.to_string()));
    words
}

fn word_for_ever(text: &str) {
    each_word(text, |word| leak(word)); //~ ERROR[E0521] borrowed data escapes outside of closure <- leak(word)
}

fn leak(_: &'static str) {}

fn reference_to_captured() {
    let mut number = 0;
    let mut lend = || &mut number; //~ ERROR captured variable cannot escape `FnMut` closure body <- &mut number
    lend();
}

fn closure_over_captured() {
    let mut text = String::new();
    let mut make = || || text.push('a'); //~ ERROR captured variable cannot escape `FnMut` closure body <- || text.push('a')
    make();
}

fn shared_captured_may_leave() {
    let number = 3;
    let lend = || &number;
    println!("{}", lend());
}

fn assigned_inside<'a, 'b>(short: &'a str, mut long: &'b str) -> usize {
    let mut shorten = || long = short; //~ ERROR lifetime may not live long enough <- long = short
    shorten();
    long.len()
}

fn returned_inside<'a, 'b>(short: &'a str, long: &'b str) -> &'b str {
    let choose = |first: bool| if first { long } else { short };
    choose(true) //~ ERROR lifetime may not live long enough <- choose(true)
}

fn thread_inside(text: &str) {
    let start = || std::thread::spawn(move || println!("{text}")); //~ ERROR[E0521] borrowed data escapes outside of function <- std::thread::spawn(move || println!("{text}"))
    start();
}

fn captured_stays_borrowed(mut list: Vec<u32>) {
    let sum = || list.iter().sum::<u32>();
    list.push(1); //~ ERROR[E0502] cannot borrow `list` as mutable because it is also borrowed as immutable <- list.push(1)
    println!("{}", sum());
}

fn sorted_by_borrowed_key(mut list: Vec<Track>) {
    list.sort_by_key(|track| track.title.as_str()); //~ ERROR lifetime may not live long enough <- track.title.as_str()
}

fn main() {}
