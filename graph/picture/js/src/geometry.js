// Curves between nodes: pure functions on points {x, y}, in pixels.

const FAN = 30; // distance of neighbouring parallel curves at their middle, in pixels

/** For each relationship its place among those that join the same two nodes: …, -1, 0, 1, … (or halves). */
export function fanPlaces(relationships) {
  const bundles = new Map();
  for (const relationship of relationships) {
    const ends = [relationship.from.index, relationship.to.index].sort((a, b) => a - b).join(" ");
    bundles.set(ends, [...(bundles.get(ends) ?? []), relationship]);
  }
  const places = new Map();
  for (const bundle of bundles.values()) {
    bundle.forEach((relationship, i) => places.set(relationship, i - (bundle.length - 1) / 2));
  }
  return places;
}

/**
 * The curve from `a` to `b`: a quadratic one with control point `c`. The side on which a place of the fan lies
 * does not depend on the direction, so that opposite relationships do not cover each other. `flip` says that
 * the curve runs against the common direction of its bundle.
 */
export function curve(a, b, place, flip) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.hypot(dx, dy) || 1;
  const bend = (flip ? -place : place) * Math.min(FAN, length * 0.4) * 2;
  return { a, b, c: { x: (a.x + b.x) / 2 - (dy / length) * bend, y: (a.y + b.y) / 2 + (dx / length) * bend } };
}

/** A loop above a node, as a curve that starts and ends there. */
export function loop(a, radius) {
  const high = radius * 5;
  return { a: { x: a.x - radius * 0.7, y: a.y }, b: { x: a.x + radius * 0.7, y: a.y }, c: { x: a.x, y: a.y - high } };
}

export function pointAt({ a, b, c }, t) {
  const s = 1 - t;
  return { x: s * s * a.x + 2 * s * t * c.x + t * t * b.x, y: s * s * a.y + 2 * s * t * c.y + t * t * b.y };
}

/** The last t at which the curve is still `distance` away from its end: where an arrowhead touches a node. */
export function arrivalAt(line, distance) {
  let low = 0.5;
  let high = 1;
  for (let i = 0; i < 14; i++) {
    const t = (low + high) / 2;
    const point = pointAt(line, t);
    if (Math.hypot(point.x - line.b.x, point.y - line.b.y) > distance) low = t;
    else high = t;
  }
  return low;
}

/** The smallest distance of a point from a curve, measured at points of the curve. */
export function distanceTo(line, point, parts = 24) {
  let least = Infinity;
  let before = line.a;
  for (let i = 1; i <= parts; i++) {
    const after = pointAt(line, i / parts);
    least = Math.min(least, distanceToSegment(before, after, point));
    before = after;
  }
  return least;
}

function distanceToSegment(a, b, point) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(a.x + t * dx - point.x, a.y + t * dy - point.y);
}
