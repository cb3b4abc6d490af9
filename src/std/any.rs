// Values whose type is only known while the program runs.

use crate::fmt;
use crate::intrinsics;

/// A trait object of any type that borrows nothing. What a panic carries, and what `downcast` looks into.
pub trait Any: 'static {
    /// The type of the value behind the trait object.
    fn type_id(&self) -> TypeId;
}

impl<T: 'static + ?Sized> Any for T {
    fn type_id(&self) -> TypeId {
        TypeId::of::<T>()
    }
}

/// Stands for a type; equal for equal types.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId(u64);

impl TypeId {
    /// Stands for `T`.
    pub const fn of<T: ?Sized + 'static>() -> TypeId {
        TypeId(intrinsics::type_id::<T>())
    }
}

/// The type's path as text.
pub const fn type_name<T: ?Sized>() -> &'static str {
    intrinsics::type_name::<T>()
}

pub const fn type_name_of_val<T: ?Sized>(_val: &T) -> &'static str {
    intrinsics::type_name::<T>()
}

macro_rules! downcasts {
    ($($any:ty),*) => { $(
        impl $any {
            /// Whether the value is a `T`.
            pub fn is<T: Any>(&self) -> bool {
                TypeId::of::<T>() == self.type_id()
            }

            /// The value as a `T`, if that is what it is.
            pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
                if self.is::<T>() { Some(unsafe { &*(self as *const Self as *const T) }) } else { None }
            }

            /// The value as a `T`, to be changed, if that is what it is.
            pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
                if self.is::<T>() { Some(unsafe { &mut *(self as *mut Self as *mut T) }) } else { None }
            }
        }
        impl fmt::Debug for $any {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("Any { .. }")
            }
        }
    )* };
}
downcasts! { dyn Any, dyn Any + Send, dyn Any + Send + Sync }
