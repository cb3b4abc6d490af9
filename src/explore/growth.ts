// A search that does not end because numbers grow: found by looking at places at which threads stand again and again.
//
// Once a search is large, states are counted by place. Where many have gathered in one, the model is asked whether it can do
// without what differs between them. A search whose answer is yes begins again.

import type { Model } from "./model.ts";

const SAMPLE = 64;
/** States kept for looking at. */
const MAX_KEPT = 20_000;

/** A loop that has a new state in every turn. */
export interface Unrolled {
  /** In the source. */
  readonly position: number;
  turns: number;
}

interface Place<S> {
  /** Undefined once the model was asked. */
  states: S[] | undefined;
  loop: Unrolled | undefined;
}

export class Growth<S> {
  private places = new Map<string, Place<S>>();
  private kept = 0;

  /** `patience`: states of a search that may well end by itself. */
  constructor(
    private readonly model: Model<S>,
    private readonly patience: number,
  ) {}

  /** Told of every new state. True: the search must begin again. */
  meet(state: S, states: number): boolean {
    if (states < this.patience || this.model.place === undefined) return false;
    const name = this.model.place(state);
    const place = this.places.get(name) ?? this.open(name);
    if (place.loop !== undefined) place.loop.turns++;
    if (place.states === undefined || this.kept >= MAX_KEPT) return false;
    this.kept++;
    place.states.push(state);
    return place.states.length === SAMPLE && this.look(place, place.states);
  }

  /** The search begins again. */
  restart(): void {
    this.kept = 0;
    this.places = new Map();
  }

  /** The loop with the most turns that cannot be cut short. */
  get loop(): Unrolled | undefined {
    let most: Unrolled | undefined;
    for (const { loop } of this.places.values())
      if (loop !== undefined && loop.turns > (most?.turns ?? 0)) most = loop;
    return most;
  }

  private open(name: string): Place<S> {
    const place: Place<S> = { states: [], loop: undefined };
    this.places.set(name, place);
    return place;
  }

  private look(place: Place<S>, states: readonly S[]): boolean {
    place.states = undefined;
    if (this.model.coarsen?.(states) === true) return true;
    const position = this.model.grows?.(states);
    if (position !== undefined) place.loop = { position, turns: states.length };
    return false;
  }
}
