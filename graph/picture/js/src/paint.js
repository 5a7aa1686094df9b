// Painting a scene: lines, symbols, then labels that do not cover each other.
import { candidates, incidentLines, LINE, Occupied, wrap } from "./labels.js";
import { pointAt } from "./geometry.js";
import { PATHS } from "./shapes.js";
import { inLanguage } from "./words.js";
import { isNode, standingOut } from "./state.js";

const FONT = 'system-ui, "Segoe UI", "DejaVu Sans", sans-serif';
const LABEL_WIDTH = 146;
const INCIDENT_WIDTH = 172; // a date and most kinds
const DASHES = { read: [], official: [], derived: [1.5, 5] };
const symbols = new Map(Object.entries(PATHS).map(([name, path]) => [name, new Path2D(path)]));

/** Paint the scene; returns how many nodes were painted inside the view, and their names. */
export function paint(pen, size, scene, state, colours) {
  const bright = standingOut(state);
  const faded = (things) => bright !== null && !things.every((thing) => bright.has(thing));
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, size.width, size.height);
  for (const line of scene.lines) paintLine(pen, line, state, colours, lineStrength(line.relationship, state));
  const inside = scene.nodes.filter((spot) => isInside(spot, size));
  for (const spot of inside) paintNode(pen, spot, state, colours, faded([spot.node]));
  const names = paintLabels(pen, size, inside, scene, state, colours, bright);
  return { nodes: inside.length, names };
}

const isInside = ({ x, y }, { width, height }) => x > -30 && y > -30 && x < width + 30 && y < height + 30;

/** "strong" for what is selected or pointed at, "weak" for what is not while something else is selected. */
function lineStrength(relationship, { selected, hovered }) {
  const touched = (thing) => thing === relationship || (isNode(thing) && thing.links.includes(relationship));
  if (touched(selected) || hovered === relationship) return "strong";
  return selected ? "weak" : "usual";
}

function paintLine(pen, { relationship, path, tip, before }, state, colours, strength) {
  const { origin } = relationship;
  pen.globalAlpha = strength === "weak" ? 0.15 : 1;
  pen.strokeStyle = pen.fillStyle = strength === "strong" ? colours.accent : colours[origin];
  pen.lineWidth = (origin === "official" ? 1 : 1.6) + (strength === "strong" ? 0.8 : 0);
  pen.lineCap = "round";
  pen.setLineDash(DASHES[origin]);
  pen.beginPath();
  pen.moveTo(path.a.x, path.a.y);
  pen.quadraticCurveTo(path.c.x, path.c.y, path.b.x, path.b.y);
  pen.stroke();
  pen.setLineDash([]);
  if (relationship.type.name !== "POSSIBLY_SAME_AS") paintArrow(pen, tip, before, origin === "official" ? 6 : 8);
  pen.globalAlpha = 1;
}

function paintArrow(pen, tip, before, length) {
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  pen.beginPath();
  pen.moveTo(tip.x, tip.y);
  for (const side of [2.72, -2.72]) pen.lineTo(tip.x + length * Math.cos(angle + side), tip.y + length * Math.sin(angle + side));
  pen.fill();
}

function paintNode(pen, { node, x, y, radius }, state, colours, faded) {
  pen.save();
  pen.globalAlpha = faded ? 0.25 : 1;
  pen.translate(x, y);
  if (node === state.selected || node.focus) {
    pen.beginPath();
    pen.arc(0, 0, radius * 1.35 + 3, 0, 2 * Math.PI);
    pen.lineWidth = node === state.selected ? 3 : 1.5;
    pen.strokeStyle = colours.accent;
    pen.stroke();
  }
  pen.scale(radius, radius);
  const symbol = symbols.get(node.label.shape);
  pen.fillStyle = node.label.colour;
  pen.fill(symbol);
  pen.lineWidth = (node === state.hovered ? 2.5 : 1.3) / radius;
  pen.strokeStyle = colours.outline;
  pen.stroke(symbol);
  pen.restore();
}

const isFirst = ({ node }) => node.label.turn === 0;

/**
 * Labels in order of importance; one that would cover something taken is left out until there is room. Only
 * those whose turn is first may cover symbols of others, as few as can be: a case without the names of its
 * incidents tells nothing. Returns what was painted, as { id, lines }.
 */
function paintLabels(pen, size, spots, scene, state, colours, bright) {
  const taken = new Occupied();
  const symbolsTaken = new Occupied();
  const tips = new Occupied();
  const painted = [];
  for (const { tip } of scene.lines) tips.add({ left: tip.x - 5, top: tip.y - 5, right: tip.x + 5, bottom: tip.y + 5 });
  const bodies = new Map();
  for (const spot of spots) {
    const { x, y, radius } = spot;
    bodies.set(spot, { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
    (isFirst(spot) ? taken : symbolsTaken).add(bodies.get(spot));
  }
  const wanted = bright ? spots.filter(({ node }) => bright.has(node) || node === state.hovered) : spots;
  const weight = ({ node }) => (node === state.hovered ? 3e6 : node === state.selected ? 2e6 : node.focus ? 1e6 : node.links.length - 1e4 * node.label.turn);
  for (const spot of [...wanted].sort((a, b) => weight(b) - weight(a))) {
    pen.font = `${spot.node === state.selected ? "600 " : ""}12px ${FONT}`;
    const covered = (box) => symbolsTaken.covered(box, bodies.get(spot));
    const readable = (box) => box.left >= 0 && box.right <= size.width && taken.free(box);
    const whole = (box) => readable(box) && covered(box) === 0;
    const least = (boxes) => (isFirst(spot) ? boxes.filter(readable).sort((a, b) => covered(a) - covered(b))[0] : undefined);
    const choose = (boxes) => boxes.find((box) => whole(box) && tips.free(box)) ?? boxes.find(whole) ?? least(boxes);
    const label = paintLabel(pen, spot, choose, weight(spot) >= 2e6, colours);
    if (!label) continue;
    taken.add(label.box);
    painted.push({ id: spot.node.id, lines: label.lines });
  }
  paintLineLabels(pen, scene.lines, taken, state, colours);
  return painted;
}

/** Paint the name of a node in the box chosen; returns the box and the lines. `always` paints it even where nothing is free. */
function paintLabel(pen, spot, choose, always, colours) {
  const measure = (text) => pen.measureText(text).width;
  const short = spot.node.label.name === "Incident" && !always;
  const lines = short ? incidentLines(spot.node.name, INCIDENT_WIDTH, measure) : wrap(spot.node.name, LABEL_WIDTH, always ? 4 : 2, measure);
  const width = Math.max(...lines.map(measure)) + 4;
  const boxesAt = (distance) => candidates(spot, spot.radius + distance, width, lines.length * LINE);
  const boxes = boxesAt(0);
  const further = isFirst(spot) ? [1, 2, 3].flatMap((steps) => boxesAt(steps * LINE)) : [];
  const box = choose(boxes) ?? choose(further) ?? (always ? boxes[0] : null);
  if (!box) return null;
  lines.forEach((line, i) => paintText(pen, line, (box.left + box.right) / 2, box.top + LINE * (i + 0.5), colours.text, colours));
  return { box, lines };
}

function paintText(pen, text, x, y, colour, colours) {
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = colours.ground;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

/** The names of relationships: of the one pointed at or selected, and of those of the selected node. */
function paintLineLabels(pen, lines, taken, state, colours) {
  pen.font = `italic 11px ${FONT}`;
  for (const line of lines.filter(({ relationship }) => lineStrength(relationship, state) === "strong")) {
    const text = inLanguage(line.relationship.type.names);
    const width = pen.measureText(text).width + 6;
    const boxAt = (t) => {
      const { x, y } = pointAt(line.path, t);
      return { left: x - width / 2, top: y - 8, right: x + width / 2, bottom: y + 8 };
    };
    const always = line.relationship === state.hovered || line.relationship === state.selected;
    const box = [0.5, 0.4, 0.6, 0.3, 0.7].map(boxAt).find((candidate) => taken.free(candidate)) ?? (always ? boxAt(0.5) : null);
    if (!box) continue;
    taken.add(box);
    paintText(pen, text, (box.left + box.right) / 2, (box.top + box.bottom) / 2, colours.accent, colours);
  }
}
