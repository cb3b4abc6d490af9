use std::sync::mpsc;
use std::thread;

enum Job {
    Add(i32, i32),
    Stop,
}

fn main() {
    let (jobs, queue) = mpsc::channel();
//       ^^^^ type: Sender<Job>
//             ^^^^^ type: Receiver<Job>
    let (results, sums) = mpsc::sync_channel(4);
//       ^^^^^^^ type: SyncSender<i32>
//                ^^^^ type: Receiver<i32>
    let worker = thread::spawn(move || {
//      ^^^^^^ type: JoinHandle<()>
        for job in queue {
//          ^^^ type: Job
            match job {
                Job::Add(left, right) => results.send(left + right).unwrap(),
                Job::Stop => break,
            }
        }
    });
    let sent = jobs.send(Job::Add(1, 2));
//      ^^^^ type: Result<(), SendError<Job>>
    let other = jobs.clone();
//      ^^^^^ type: Sender<Job>
    let stopped = other.send(Job::Stop);
//      ^^^^^^^ type: Result<(), SendError<Job>>
    let received = sums.recv();
//      ^^^^^^^^ type: Result<i32, RecvError>
    let rest: Vec<_> = sums.iter().collect();
//      ^^^^ type: Vec<i32>
    let ended = worker.join();
//      ^^^^^ type: Result<(), Box<dyn Any + Send>>
    drop((sent, stopped, received, rest, ended));
}
