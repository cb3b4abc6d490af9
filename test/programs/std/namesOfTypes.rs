//@ status: ok
//@ outcome: ok "std::collections::hash::map::HashMap<u8, alloc::vec::Vec<alloc::string::String>>\nalloc::sync::Arc<std::sync::poison::mutex::Mutex<core::option::Option<&str>>>\ndyn core::ops::function::Fn(i32) -> bool + core::marker::Send\nalloc::boxed::Box<dyn core::iter::traits::iterator::Iterator<Item = u8>>\nalloc::collections::btree::map::BTreeMap<u8, ()> std::sync::mpsc::Sender<[u8; 2]>\n"
//@ oracle: rustc
use std::any::type_name;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, mpsc};

fn main() {
    println!("{}", type_name::<HashMap<u8, Vec<String>>>());
    println!("{}", type_name::<Arc<Mutex<Option<&str>>>>());
    println!("{}", type_name::<dyn Fn(i32) -> bool + Send>());
    println!("{}", type_name::<Box<dyn Iterator<Item = u8>>>());
    println!("{} {}", type_name::<BTreeMap<u8, ()>>(), type_name::<mpsc::Sender<[u8; 2]>>());
}
