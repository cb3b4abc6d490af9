// How many colours threads and locks take turns in. The colours themselves are the extension's theme colours
// `lockstep.thread0` …, so that a thread looks the same in the editor and in the panel.

export const THREAD_COLORS = 8;
export const LOCK_COLORS = 4;
