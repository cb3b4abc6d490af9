//@ status: ok
//@ edition: 2015
//@ outcome: ok "2 later 3\n"
// Imports begin at the root of the crate, and attributes behind the brace of a module belong to it.
#![allow(dead_code)]

pub mod queue {
    pub struct Job(pub Vec<u8>);
    pub mod deep {
        use queue::Job;
        pub fn job() -> Job {
            Job(vec![1, 2])
        }
    }
}

mod words {
    #![macro_use]
    macro_rules! later {
        () => {
            "later"
        };
    }
}

mod absent {
    #![cfg(any())]
    use queue::Nothing;
}

pub mod worker {
    use queue::deep::{self, job};
    use queue::Job;
    use std::collections::HashMap;

    pub enum Step {
        Run { job: Job },
        Stop,
    }

    pub fn size(step: &Step) -> usize {
        #[cfg(any())]
        {
            use queue::Missing;
            Missing::run();
        }
        match *step {
            Step::Run { job: Job(ref bytes) } => bytes.len(),
            Step::Stop => HashMap::<u8, u8>::new().len() + job().0.len() + deep::job().0.len(),
        }
    }
}

fn sum(left: usize, #[cfg(any())] skipped: usize, right: usize) -> usize {
    left + right
}

fn main() {
    let step = worker::Step::Run { job: queue::deep::job() };
    println!("{} {} {}", worker::size(&step), later!(), sum(1, 2));
}
