// What is said about a deadlock's circle. Tables only.

export const DEADLOCK_WORDS = {
  title: "Deadlock: nobody in this circle can go on",
  selfTitle: "Deadlock: a thread waits for itself",
  link: "{thread} holds {held} ({since}) and wants {wanted} ({at}).",
  linkThread: "{thread} waits for {wanted} to end ({at}).",
  linkHoldsThread: "{thread} holds {held} ({since}) and waits for {wanted} to end ({at}).",
  linkWants: "{thread} wants {wanted} ({at}).",
  close: "Each waits for the next, and the last for the first.",
  repairOrder: "It cannot happen when all threads take these locks in the same order.",
  repairSelf: "Drop the first guard before locking again.",
} as const;
