//@ status: error
// What stands where it cannot: `pub`, `impl Trait`, arguments of the wrong kind, a trait as a type.
pub struct Gate;
enum Way {
    pub Left(u8), //~ ERROR[E0449] visibility qualifiers are not permitted here
    Right { pub at: u8 }, //~ ERROR[E0449] visibility qualifiers are not permitted here
}
impl Drop for Gate {
    pub fn drop(&mut self) {} //~ ERROR[E0449] visibility qualifiers are not permitted here
}
struct Queue {
    job: impl Fn(), //~ ERROR[E0562] `impl Trait` is not allowed in field types
}
fn variables(jobs: Vec<3>) { //~ ERROR[E0747] constant provided when a type was expected
    let next: impl Fn() = || (); //~ ERROR[E0562] `impl Trait` is not allowed in the type of variable bindings
}
struct Lent<'a, T>(&'a T);
fn order(x: Lent<u8, 'static>) {} //~ ERROR[E0747] type provided when a lifetime was expected
fn none<T>(x: u32<u8>, y: T<u8>) {} //~ ERROR[E0109] on builtin type `u32`
//~^ ERROR[E0109] on type parameter `T`
trait Job {}
fn bare(job: &(Job + Send)) {} //~ ERROR[E0782] expected a type, found a trait
fn main() {}
