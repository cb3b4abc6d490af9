// Views: what a thread, a message or a lock knows of each location, as a position in its modification order.
//
// Position 0 is known to everybody and not written down. The order of keys is canonical, so equal views are written alike.

/** Location to position, positions above 0 only. */
export type View = ReadonlyMap<string, number>;

export const NO_VIEW: View = new Map();

export function seen(view: View, location: string): number {
  return view.get(location) ?? 0;
}

export function withSeen(view: View, location: string, position: number): View {
  if (seen(view, location) >= position) return view;
  return new Map([...view, [location, position]]);
}

/** What either of them knows. */
export function joinViews(a: View, b: View): View {
  if (a === b || b.size === 0) return a;
  if (a.size === 0) return b;
  let joined: Map<string, number> | undefined;
  for (const [location, position] of b) {
    if (seen(a, location) >= position) continue;
    joined ??= new Map(a);
    joined.set(location, position);
  }
  return joined ?? a;
}

/** The view with one location's position changed by `move`; 0 drops it. */
export function moveSeen(view: View, location: string, move: (position: number) => number): View {
  const before = view.get(location);
  const after = move(before ?? 0);
  if (after === (before ?? 0)) return view;
  const moved = new Map(view);
  if (after === 0) moved.delete(location);
  else moved.set(location, after);
  return moved;
}

/** For hashing. */
export function encodeView(view: View): readonly (string | number)[] {
  return [...view].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
}
