// What a result is as a value: cloning, iterating, `?`, collecting.

use crate::convert::Infallible;
use crate::iter::{FusedIterator, Product, Shunt, Sum};
use crate::ops::{ControlFlow, FromResidual, Residual, Try};

impl<T: Clone, E: Clone> Clone for Result<T, E> {
    fn clone(&self) -> Self {
        match self {
            Ok(x) => Ok(x.clone()),
            Err(e) => Err(e.clone()),
        }
    }
}

impl<T, E> Try for Result<T, E> {
    type Output = T;
    type Residual = Result<Infallible, E>;

    fn from_output(output: T) -> Self {
        Ok(output)
    }

    fn branch(self) -> ControlFlow<Result<Infallible, E>, T> {
        match self {
            Ok(x) => ControlFlow::Continue(x),
            Err(e) => ControlFlow::Break(Err(e)),
        }
    }
}
impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Result<T, F> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Err(e) => Err(From::from(e)),
            Ok(never) => match never {},
        }
    }
}
impl<T, E> Residual<T> for Result<Infallible, E> {
    type TryType = Result<T, E>;
}

impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {
    fn from_iter<I: IntoIterator<Item = Result<A, E>>>(iter: I) -> Result<V, E> {
        Shunt::process(iter.into_iter(), |items| V::from_iter(items))
    }
}
impl<T, U: Sum<T>, E> Sum<Result<T, E>> for Result<U, E> {
    fn sum<I: Iterator<Item = Result<T, E>>>(iter: I) -> Result<U, E> {
        Shunt::process(iter, |items| U::sum(items))
    }
}
impl<T, U: Product<T>, E> Product<Result<T, E>> for Result<U, E> {
    fn product<I: Iterator<Item = Result<T, E>>>(iter: I) -> Result<U, E> {
        Shunt::process(iter, |items| U::product(items))
    }
}

#[derive(Debug)]
pub struct Iter<'a, T: 'a> {
    pub(super) item: Option<&'a T>,
}

#[derive(Debug)]
pub struct IterMut<'a, T: 'a> {
    pub(super) item: Option<&'a mut T>,
}

#[derive(Clone, Debug)]
pub struct IntoIter<T> {
    item: Option<T>,
}

impl<'a, T> Clone for Iter<'a, T> {
    fn clone(&self) -> Self {
        Iter { item: self.item }
    }
}

macro_rules! one_item {
    ($([$($params:tt)*] $ty:ty => $item:ty;)*) => { $(
        impl<$($params)*> Iterator for $ty {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                self.item.take()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.item.is_some() as usize;
                (n, Some(n))
            }
        }
        impl<$($params)*> DoubleEndedIterator for $ty {
            fn next_back(&mut self) -> Option<$item> {
                self.item.take()
            }
        }
        impl<$($params)*> ExactSizeIterator for $ty {}
        impl<$($params)*> FusedIterator for $ty {}
    )* };
}
one_item! {
    ['a, T] Iter<'a, T> => &'a T;
    ['a, T] IterMut<'a, T> => &'a mut T;
    [T] IntoIter<T> => T;
}

impl<T, E> IntoIterator for Result<T, E> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { item: self.ok() }
    }
}
impl<'a, T, E> IntoIterator for &'a Result<T, E> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T, E> IntoIterator for &'a mut Result<T, E> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
