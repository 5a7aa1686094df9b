import assert from "node:assert/strict";
import { test } from "node:test";
import { candidates, Occupied, wrap } from "../src/labels.js";

const letters = (text) => text.length;

test("a short name stays on one line", () => {
  assert.deepEqual(wrap("Polres Nunukan", 20, 2, letters), ["Polres Nunukan"]);
});

test("a long name breaks between words and is cut at the last line", () => {
  assert.deepEqual(wrap("Pencegahan di Pelabuhan Tunon Taka", 16, 2, letters), ["Pencegahan di", "Pelabuhan Tunon…"]);
});

test("a word without spaces is cut", () => {
  assert.deepEqual(wrap("AAAAAAAAAAAAAAAA", 5, 2, letters), ["AAAA…"]);
});

test("a box is free until another one covers it", () => {
  const taken = new Occupied();
  const box = { left: 0, top: 0, right: 200, bottom: 14 };
  assert.equal(taken.free(box), true);
  taken.add({ left: 190, top: 10, right: 210, bottom: 30 });
  assert.equal(taken.free(box), false);
});

test("a label is tried below its node first, and nowhere on it", () => {
  const [below, above, right, left] = candidates({ x: 0, y: 0 }, 10, 40, 14);
  assert.deepEqual([below.top > 10, above.bottom < -10, right.left > 10, left.right < -10], [true, true, true, true]);
});
