// The mechanisms of machine/sync by themselves: who may go on, in which ways, and what it does to the object.

import assert from "node:assert/strict";
import type { Alternative } from "../../src/machine/primitive.ts";
import { arrive, barrierBlocked, completes, newBarrier } from "../../src/machine/sync/barrier.ts";
import {
  CLOSED,
  DIRECT,
  NOT_NOW,
  QUEUED,
  SENT,
  dropReceiver,
  dropSender,
  finishMeeting,
  finishSend,
  newChannel,
  queuedRecvBlocked,
  queuedSendBlocked,
  receive,
  recvBlocked,
  recvChoices,
  send,
  sendBlocked,
} from "../../src/machine/sync/channel.ts";
import {
  NEW_CONDVAR,
  joinWaiters,
  leaveWait,
  notify,
  notifyChoices,
  waitBlocked,
  waitEnds,
} from "../../src/machine/sync/condvar.ts";
import { NEW_MUTEX, lockMutex, mutexBlocked, unlockMutex } from "../../src/machine/sync/mutex.ts";
import { encodeObject } from "../../src/machine/sync/objects.ts";
import {
  NEW_ONCE,
  beginOnce,
  finishOnce,
  onceBlocked,
  onceWaitBlocked,
} from "../../src/machine/sync/once.ts";
import {
  NEW_RWLOCK,
  downgrade,
  queueReader,
  queueWriter,
  queuedReadBlocked,
  readBlocked,
  startReading,
  startWriting,
  stopReading,
  stopWriting,
  writeBlocked,
} from "../../src/machine/sync/rwlock.ts";
import {
  NEW_STDOUT,
  buffered,
  lockStdout,
  stdoutBlocked,
  unlockStdout,
} from "../../src/machine/sync/stdout.ts";
import type { AllocId, ObjectId, Pointer, ThreadId } from "../../src/machine/state/value.ts";

const id = 1024 as ObjectId;
const [a, b, c] = [1, 2, 3] as [ThreadId, ThreadId, ThreadId];
const here = { start: 5, end: 9 };
const slot = (alloc: number): Pointer => ({
  kind: "pointer",
  alloc: alloc as AllocId,
  offset: 0,
  generation: 1,
  meta: undefined,
});
const labels = (ways: readonly Alternative[]): string[] =>
  ways.map((way) => way.needs ?? way.label);

describe("sync objects", () => {
  it("a mutex blocks everybody while it is held, its holder too, and keeps poison", () => {
    const held = lockMutex(NEW_MUTEX, a, here);
    assert.deepEqual(mutexBlocked(id, held), { kind: "mutex", object: id, holder: a });
    const poisoned = unlockMutex(held, true);
    assert.equal(mutexBlocked(id, poisoned), undefined);
    assert.equal(unlockMutex(lockMutex(poisoned, b, here), false).poisoned, true);
  });

  it("where a lock was taken is a note that states are not told apart by", () => {
    const elsewhere = { start: 70, end: 71 };
    assert.deepEqual(
      encodeObject(lockMutex(NEW_MUTEX, a, here)),
      encodeObject(lockMutex(NEW_MUTEX, a, elsewhere)),
    );
    assert.notDeepEqual(
      encodeObject(lockMutex(NEW_MUTEX, a, here)),
      encodeObject(lockMutex(NEW_MUTEX, b, here)),
    );
  });

  it("readers share, a writer is alone, and a thread that reads twice counts twice", () => {
    const twice = startReading(startReading(NEW_RWLOCK, a, here), a, here);
    assert.equal(readBlocked(id, twice), undefined);
    assert.deepEqual(writeBlocked(id, stopReading(twice, a)), {
      kind: "rwlockWrite",
      object: id,
      holders: [a],
    });
    const writing = startWriting(NEW_RWLOCK, b, here);
    assert.deepEqual(readBlocked(id, writing), { kind: "rwlockRead", object: id, holders: [b] });
    assert.equal(readBlocked(id, downgrade(writing, b)), undefined);
  });

  it("a reader in the queue waits for the writers before it, and goes on when one of them is done", () => {
    const queued = queueReader(queueWriter(startReading(NEW_RWLOCK, a, here), b), c);
    assert.deepEqual(queuedReadBlocked(id, queued, c), {
      kind: "rwlockRead",
      object: id,
      holders: [b],
    });
    const writing = startWriting(stopReading(queued, a), b, here);
    assert.deepEqual(queuedReadBlocked(id, writing, c), {
      kind: "rwlockRead",
      object: id,
      holders: [b],
    });
    assert.equal(queuedReadBlocked(id, stopWriting(writing, false), c), undefined);
  });

  it("a notify that finds nobody is lost; one that finds two may wake either", () => {
    assert.deepEqual(notify(NEW_CONDVAR, []).woken, []);
    const waiting = joinWaiters(joinWaiters(NEW_CONDVAR, b), a);
    assert.deepEqual(labels(notifyChoices(waiting)), ["wakes t1", "wakes t2"]);
    const woken = notify(waiting, [b]);
    assert.equal(waitBlocked(id, woken, b, false), undefined);
    assert.deepEqual(waitBlocked(id, woken, a, false), { kind: "condvar", object: id });
    assert.deepEqual(leaveWait(woken, b).woken, []);
  });

  it("a wait can end without a notify only by chance or by its deadline", () => {
    const waiting = joinWaiters(NEW_CONDVAR, a);
    assert.deepEqual(labels(waitEnds(waiting, a, undefined, false)), ["spurious wake"]);
    assert.deepEqual(labels(waitEnds(waiting, a, 5n, false)), ["timer", "spurious wake"]);
    assert.deepEqual(labels(waitEnds(waiting, a, 5n, true)), ["times out"]);
    assert.deepEqual(labels(waitEnds(notify(waiting, [a]), a, 5n, true)), ["woken"]);
  });

  it("the last to arrive opens a barrier for all, and it can be used again at once", () => {
    const one = arrive(newBarrier(2), a);
    assert.deepEqual(barrierBlocked(id, one, a), { kind: "barrier", object: id, missing: 1 });
    assert.equal(completes(one), true);
    const open = arrive(one, b);
    assert.equal(barrierBlocked(id, open, a), undefined);
    assert.equal(completes(arrive(open, c)), true);
    assert.equal(completes(newBarrier(0)), true);
  });

  it("a once runs one time; poison lets only those on who insist", () => {
    const running = beginOnce(NEW_ONCE, a, false);
    assert.equal(running.found, 0);
    assert.deepEqual(onceBlocked(id, running.next), { kind: "once", object: id, holder: a });
    assert.equal(beginOnce(finishOnce(false), b, false).found, 2);
    assert.equal(beginOnce(finishOnce(true), b, false).found, 3);
    assert.equal(beginOnce(finishOnce(true), b, true).found, 1);
    assert.equal(onceWaitBlocked(id, finishOnce(true), false), undefined);
    assert.notEqual(onceWaitBlocked(id, finishOnce(true), true), undefined);
  });

  it("a channel keeps order and count, and closes with its last sender", () => {
    const two = send(send(newChannel(-1), a, undefined).next, b, undefined).next;
    const first = receive(dropSender(two), c, 0, false);
    assert.deepEqual([first.code, first.from], [SENT, a]);
    const second = receive(first.next, c, 0, false);
    assert.deepEqual([second.code, second.from], [SENT, b]);
    assert.equal(recvBlocked(id, second.next), undefined);
    assert.equal(receive(second.next, c, 0, false).code, CLOSED);
    assert.equal(receive(newChannel(-1), c, 0, false).code, NOT_NOW);
    assert.equal(send(dropReceiver(newChannel(-1)), a, undefined).code, CLOSED);
  });

  it("a full channel blocks, until its receiver takes a message or goes", () => {
    const full = send(newChannel(1), a, slot(4)).next;
    assert.deepEqual(sendBlocked(id, full), { kind: "send", object: id });
    assert.equal(send(full, a, undefined).code, NOT_NOW);
    assert.equal(sendBlocked(id, receive(full, b, 0, false).next), undefined);
    assert.equal(sendBlocked(id, dropReceiver(full)), undefined);
  });

  it("at a rendezvous the sender waits until its message is taken", () => {
    const waiting = send(newChannel(0), a, slot(4));
    assert.equal(waiting.code, QUEUED);
    assert.deepEqual(queuedSendBlocked(id, waiting.next, a), { kind: "send", object: id });
    const taken = receive(send(waiting.next, b, slot(8)).next, c, 1, true);
    assert.deepEqual([taken.code, taken.from, taken.next.taken?.alloc], [DIRECT, b, 8]);
    assert.equal(queuedSendBlocked(id, taken.next, b), undefined);
    assert.notEqual(queuedSendBlocked(id, taken.next, a), undefined);
    assert.equal(finishSend(taken.next, b).code, SENT);
    assert.equal(finishSend(dropReceiver(taken.next), a).code, CLOSED);
    assert.equal(recvChoices(send(waiting.next, b, slot(8)).next).length, 2);
  });

  it("at a rendezvous a receiver that waits is met by one sender, and only then can try_send succeed", () => {
    assert.equal(send(newChannel(0), a, undefined).code, NOT_NOW);
    const meeting = receive(newChannel(0), c, 0, true);
    assert.equal(meeting.code, QUEUED);
    assert.deepEqual(queuedRecvBlocked(id, meeting.next), { kind: "recv", object: id });
    const met = send(meeting.next, a, undefined);
    assert.equal(met.code, SENT);
    assert.equal(send(met.next, b, undefined).code, NOT_NOW);
    assert.equal(finishMeeting(met.next).code, SENT);
    assert.equal(finishMeeting(dropSender(meeting.next)).code, CLOSED);
  });

  it("stdout can be taken again by its holder, and knows how much of a line is not out yet", () => {
    const twice = lockStdout(lockStdout(NEW_STDOUT, a, 7), a, 9);
    assert.equal(stdoutBlocked(twice, a), undefined);
    assert.deepEqual(stdoutBlocked(unlockStdout(twice), b), { kind: "stdout", holder: a });
    assert.equal(stdoutBlocked(unlockStdout(unlockStdout(twice)), b), undefined);
    assert.equal(buffered(buffered(twice, "ab"), "cde").unflushed, 5);
    assert.equal(buffered(buffered(twice, "ab"), "c\nde").unflushed, 2);
  });
});
