import assert from "node:assert/strict";
import { test } from "node:test";
import { arrivalAt, curve, distanceTo, fanPlaces, pointAt } from "../src/geometry.js";

const [a, b] = [{ x: 0, y: 0 }, { x: 200, y: 0 }];

test("parallel relationships get places on both sides of the straight line, whatever their direction", () => {
  const [from, to] = [{ index: 0 }, { index: 1 }];
  const relationships = [{ from, to }, { from: to, to: from }, { from, to }];
  assert.deepEqual(relationships.map((r) => fanPlaces(relationships).get(r)), [-1, 0, 1]);
});

test("two opposite relationships do not lie on each other", () => {
  const there = curve(a, b, -0.5, false);
  const back = curve(b, a, 0.5, true);
  assert.ok(Math.abs(pointAt(there, 0.5).y - pointAt(back, 0.5).y) > 20);
});

test("a curve arrives at the edge of its node", () => {
  const line = curve(a, b, 1, false);
  const point = pointAt(line, arrivalAt(line, 15));
  assert.ok(Math.abs(Math.hypot(point.x - b.x, point.y - b.y) - 15) < 0.5);
});

test("the distance to a curve is zero on it and grows beside it", () => {
  const line = curve(a, b, 0, false);
  assert.deepEqual([distanceTo(line, { x: 100, y: 0 }), distanceTo(line, { x: 100, y: 7 })], [0, 7]);
});
