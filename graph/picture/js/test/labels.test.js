import assert from "node:assert/strict";
import { test } from "node:test";
import { candidates, incidentLines, Occupied, wrap } from "../src/labels.js";

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

test("an incident's date and place are told whole before its kind", () => {
  const name = "Penyelundupan migran – Pelabuhan Tunon Taka – 2025-05-12";
  assert.deepEqual(incidentLines(name, 25, letters), ["Penyelundupa…, 2025-05-12", "Pelabuhan Tunon Taka"]);
  assert.deepEqual(incidentLines("Deportasi – Tawau – 2025-05", 25, letters), ["Deportasi, 2025-05", "Tawau"]);
});

test("an incident without a date or a place has the lines it needs", () => {
  assert.deepEqual(incidentLines("Deportasi – Tawau", 25, letters), ["Deportasi", "Tawau"]);
  assert.deepEqual(incidentLines("Deportasi – 2025", 25, letters), ["Deportasi, 2025"]);
  assert.deepEqual(incidentLines("Kejadian", 25, letters), ["Kejadian"]);
});

test("a rectangle in several cells is covered once, and never by what it belongs to", () => {
  const taken = new Occupied();
  const wide = { left: 0, top: 0, right: 300, bottom: 14 };
  taken.add(wide);
  assert.deepEqual([taken.covered(wide), taken.covered(wide, wide)], [1, 0]);
});

test("a box is free until another one covers it", () => {
  const taken = new Occupied();
  const box = { left: 0, top: 0, right: 200, bottom: 14 };
  assert.equal(taken.free(box), true);
  taken.add({ left: 190, top: 10, right: 210, bottom: 30 });
  assert.equal(taken.free(box), false);
});

test("a label is tried below its node first, and nowhere on it", () => {
  const [below, above, right, left, ...corners] = candidates({ x: 0, y: 0 }, 10, 40, 14);
  assert.deepEqual([below.top > 10, above.bottom < -10, right.left > 10, left.right < -10], [true, true, true, true]);
  assert.deepEqual(corners.map(({ left, right, top, bottom }) => left > 0 || right < 0 || top > 0 || bottom < 0), [true, true, true, true]);
});
