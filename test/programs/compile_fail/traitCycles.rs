//@ status: error
// Traits and bounds that could only be known if they were known.
trait First: Second {} //~ ERROR[E0391] cycle detected when computing the super predicates of `First`
trait Second: First {}

trait Own: Iterator<Item = Self::Item> {} //~ ERROR[E0391] the super traits of `Own` with associated type name `Item`

fn of<T: Iterator<Item = T::Item>>(_: T) {} //~ ERROR[E0391] the bounds for type parameter `T`

fn main() {}
