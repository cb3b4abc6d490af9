// Collecting `Option`s and `Result`s: pass outputs on, stop at the first residual and keep it.

use crate::ops::{ControlFlow, FromResidual, Residual, Try};

pub struct Shunt<'a, I, R> {
    iter: I,
    residual: &'a mut Option<R>,
}

impl<I: Iterator<Item: Try>> Shunt<'_, I, <I::Item as Try>::Residual> {
    /// Runs `f` over the outputs; gives the residual if one came up.
    pub fn process<F, U>(iter: I, f: F) -> <<I::Item as Try>::Residual as Residual<U>>::TryType
    where
        <I::Item as Try>::Residual: Residual<U>,
        F: FnOnce(Shunt<'_, I, <I::Item as Try>::Residual>) -> U,
    {
        let mut residual = None;
        let value = f(Shunt { iter, residual: &mut residual });
        match residual {
            Some(stopped) => FromResidual::from_residual(stopped),
            None => Try::from_output(value),
        }
    }
}

impl<I: Iterator<Item: Try>> Iterator for Shunt<'_, I, <I::Item as Try>::Residual> {
    type Item = <I::Item as Try>::Output;

    fn next(&mut self) -> Option<Self::Item> {
        match self.iter.next()?.branch() {
            ControlFlow::Continue(output) => Some(output),
            ControlFlow::Break(residual) => {
                *self.residual = Some(residual);
                None
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.residual.is_some() { (0, Some(0)) } else { (0, self.iter.size_hint().1) }
    }
}
