// Every n-th item.

/// Made by `Iterator::step_by`.
#[derive(Clone, Debug)]
pub struct StepBy<I> {
    iter: I,
    /// Items left out between two.
    gap: usize,
    first: bool,
}

impl<I> StepBy<I> {
    pub(super) fn new(iter: I, step: usize) -> Self {
        assert!(step != 0);
        StepBy { iter, gap: step - 1, first: true }
    }
}
impl<I: Iterator> Iterator for StepBy<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        let skip = if self.first { 0 } else { self.gap };
        self.first = false;
        self.iter.nth(skip)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (first, step) = (self.first, self.gap + 1);
        let reached = |n: usize| if first { n.div_ceil(step) } else { n / step };
        let (low, high) = self.iter.size_hint();
        (reached(low), high.map(reached))
    }
}
impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        let len = self.iter.len();
        let rest = len % (self.gap + 1);
        let behind = if self.first {
            if rest == 0 { self.gap } else { rest - 1 }
        } else {
            rest
        };
        self.iter.nth_back(behind)
    }
}
impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
