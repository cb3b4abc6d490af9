// What is said about the stretches of a thread's track. Tables only.

export const BAND_WORDS = {
  running: "{thread} runs",
  ready: "{thread} is ready; another thread runs",
  waits: "{thread} {reason}",
  done: "{thread} has ended",
  panicked: "{thread} has panicked",
  guard: "{name} holds {object} from {from} to {to}",
  guardOpen: "{name} holds {object} from {from}; not released in this run",
  temporary: "a temporary guard",
  events: "events {from}–{to}",
} as const;
