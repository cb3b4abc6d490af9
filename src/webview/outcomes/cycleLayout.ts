// Geometry of a deadlock's figure: threads and what they wait for on an ellipse, in the order of the cycle. Pure.

export interface CyclePoint {
  readonly x: number;
  readonly y: number;
}

export interface CycleArrow {
  readonly path: string;
  readonly label: CyclePoint;
}

export interface CycleShape {
  readonly width: number;
  readonly height: number;
  readonly points: readonly CyclePoint[];
  /** From each point to the next. */
  readonly arrows: readonly CycleArrow[];
}

/** Half the size of a node: arrows start and end at its rim. */
export const NODE_HALF = { width: 46, height: 15 };

/** `count` nodes, evenly around; two lie side by side, one stands alone. */
export function layoutCycle(count: number): CycleShape {
  const width = count <= 4 ? 430 : 460;
  const height = count <= 2 ? 120 : count <= 4 ? 170 : 280;
  const center = { x: width / 2, y: height / 2 };
  const radius = { x: width / 2 - NODE_HALF.width - 6, y: height / 2 - NODE_HALF.height - 6 };
  const points = Array.from({ length: count }, (_, at) => {
    if (count === 1) return { x: center.x, y: center.y - 18 };
    const angle = (at / count) * 2 * Math.PI - Math.PI + (count === 4 ? Math.PI / 4 : 0);
    const stretch = count === 4 ? 1.3 : 1;
    return {
      x: center.x + Math.cos(angle) * Math.min(radius.x, radius.x * stretch),
      y: center.y + Math.sin(angle) * radius.y * (count === 4 ? 1.2 : 1),
    };
  });
  const arrows = points.map((from, at) =>
    arrowBetween(from, points[(at + 1) % count] ?? from, count === 2),
  );
  return { width, height, points, arrows };
}

/** Straight between rims; two nodes have one arrow above and one below. */
function arrowBetween(from: CyclePoint, to: CyclePoint, paired: boolean): CycleArrow {
  if (from === to) return selfArrow(from);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.max(1, Math.hypot(dx, dy));
  const bend = paired ? 34 : 0;
  const middle = {
    x: (from.x + to.x) / 2 + (dy / length) * bend,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  };
  const start = rim(from, paired ? middle : to);
  const end = rim(to, paired ? middle : from);
  const p = (value: number) => Math.round(value * 10) / 10;
  const path = paired
    ? `M${p(start.x)} ${p(start.y)}Q${p(middle.x)} ${p(middle.y)} ${p(end.x)} ${p(end.y)}`
    : `M${p(start.x)} ${p(start.y)}L${p(end.x)} ${p(end.y)}`;
  const label = paired
    ? { x: middle.x, y: middle.y - (dx > 0 ? -2 : 2) }
    : { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return { path, label };
}

function selfArrow(at: CyclePoint): CycleArrow {
  const y = at.y + NODE_HALF.height;
  return {
    path: `M${at.x - 20} ${y}C${at.x - 30} ${y + 34} ${at.x + 30} ${y + 34} ${at.x + 20} ${y + 4}`,
    label: { x: at.x, y: y + 26 },
  };
}

/** Where the straight line towards `to` leaves the node's box. */
function rim(at: CyclePoint, to: CyclePoint): CyclePoint {
  const dx = to.x - at.x;
  const dy = to.y - at.y;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (NODE_HALF.width + 4) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (NODE_HALF.height + 4) / Math.abs(dy),
  );
  return { x: at.x + dx * scale, y: at.y + dy * scale };
}
