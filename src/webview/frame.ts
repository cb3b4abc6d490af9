// The one owner of animation frames. Whoever wants to draw asks here; however many ask, there is one frame.

export interface Frame {
  /** Draws once in the next frame. */
  request(): void;
  /** Called in each frame with the milliseconds since the last one in a row; true asks for another. */
  onTick(tick: (ms: number) => boolean): () => void;
  onDraw(draw: () => void): () => void;
}

export interface Clock {
  requestAnimationFrame(callback: (time: number) => void): number;
}

/** A pause between frames counts at most this much, so that a hidden panel does not leap ahead. */
const LONGEST_TICK = 100;

export function createFrame(clock: Clock): Frame {
  const ticks = new Set<(ms: number) => boolean>();
  const draws = new Set<() => void>();
  const state: { pending: boolean; last: number | undefined } = { pending: false, last: undefined };

  const run = (time: number): void => {
    state.pending = false;
    const ms = state.last === undefined ? 0 : Math.min(LONGEST_TICK, time - state.last);
    let again = false;
    for (const tick of ticks) again = tick(ms) || again;
    for (const draw of draws) draw();
    state.last = again ? time : undefined;
    if (again) request();
  };
  const request = (): void => {
    if (state.pending) return;
    state.pending = true;
    clock.requestAnimationFrame(run);
  };
  return {
    request,
    onTick(tick) {
      ticks.add(tick);
      return () => ticks.delete(tick);
    },
    onDraw(draw) {
      draws.add(draw);
      return () => draws.delete(draw);
    },
  };
}
