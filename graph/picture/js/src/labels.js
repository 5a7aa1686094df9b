// Where labels go so that none covers another label or a node: pure functions, in pixels.

export const LINE = 14; // height of a line
const CELL = 64;

/** The text in at most `most` lines of at most `width`, the last cut with "…". `measure` gives a text's width. */
export function wrap(text, width, most, measure) {
  const words = text.split(" ");
  const lines = [];
  while (words.length && lines.length < most) {
    let line = words.shift();
    while (words.length && measure(`${line} ${words[0]}`) <= width) line = `${line} ${words.shift()}`;
    lines.push(line);
  }
  if (words.length) lines.push([lines.pop(), ...words].join(" "));
  return lines.map((line) => cut(line, width, measure));
}

/** An incident's name, "Kind – Place – date", on two lines: place and date are told whole before the kind is. */
export function incidentLines(name, width, measure) {
  const parts = name.split(" – ");
  const date = /^\d{4}(-\d\d){0,2}$/.test(parts.at(-1)) ? `, ${parts.pop()}` : "";
  const [kind, ...place] = parts;
  const first = cut(kind, width - measure(date), measure) + date;
  return place.length ? [first, cut(place.join(" – "), width, measure)] : [first];
}

function cut(text, width, measure) {
  if (measure(text) <= width) return text;
  let kept = [...text];
  while (kept.length > 1 && measure(`${kept.join("")}…`) > width) kept = kept.slice(0, -1);
  return `${kept.join("").trimEnd()}…`;
}

/** Rectangles that are taken, found quickly by the cells of a grid. A rectangle is {left, top, right, bottom}. */
export class Occupied {
  #cells = new Map();

  add(box) {
    for (const key of cellsOf(box)) {
      const boxes = this.#cells.get(key);
      if (boxes) boxes.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  free(box, except) {
    return this.covered(box, except) === 0;
  }

  /** How many of the rectangles a box would cover. */
  covered(box, except) {
    const near = new Set(cellsOf(box).flatMap((key) => this.#cells.get(key) ?? []));
    return [...near].filter((taken) => taken !== except && overlap(taken, box)).length;
  }
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function cellsOf({ left, top, right, bottom }) {
  const keys = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) keys.push(`${x} ${y}`);
  }
  return keys;
}

/** The boxes tried for a label of this size at a node: below, above, right, left, then at the corners. */
export function candidates(point, radius, width, height) {
  const at = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  return [
    at(point.x - width / 2, point.y + radius + 2),
    at(point.x - width / 2, point.y - radius - 2 - height),
    at(point.x + radius + 4, point.y - height / 2),
    at(point.x - radius - 4 - width, point.y - height / 2),
    ...[point.y + radius / 2, point.y - radius / 2 - height].flatMap((top) => [
      at(point.x + radius / 2, top),
      at(point.x - radius / 2 - width, top),
    ]),
  ];
}
