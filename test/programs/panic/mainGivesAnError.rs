//@ status: exit
//@ outcome: exit "looking\nno key\n"
//@ exit: 1
//@ stderr: "Error: Missing { item: \"key\" }\n"
//@ oracle: rustc
#[derive(Debug)]
struct Missing {
    item: &'static str,
}

fn find(item: &'static str) -> Result<u8, Missing> {
    Err(Missing { item })
}

fn main() -> Result<(), Missing> {
    println!("looking");
    let found = find("key").map_err(|missing| {
        println!("no {}", missing.item);
        missing
    })?;
    println!("{found}");
    Ok(())
}
