// The canvas: size, zoom, pointer, and when to paint.
import { select as pick } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { makeScene, thingAt } from "./scene.js";
import { paint } from "./paint.js";
import { isNode, nodeShown, select, standingOut } from "./state.js";

const COLOURS = ["ground", "text", "read", "official", "derived", "accent", "outline"];
const EDGE = 70; // pixels kept free around what is shown

/** A view of the state in a box: { fit, zoomBy, reveal, where, painted }. */
export function makeCanvas(box, state) {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  box.append(canvas);
  const view = { canvas, box, state, transform: zoomIdentity, scene: null, painted: { nodes: 0, names: [] }, due: false, moved: false };
  const surface = pick(canvas);
  const behaviour = zoom().scaleExtent([0.02, 12]).on("zoom", (event) => {
    view.transform = event.transform;
    view.moved ||= event.sourceEvent !== null;
    requestPaint(view);
  });
  surface.call(behaviour).on("dblclick.zoom", null);
  const move = (transform) => surface.call(behaviour.transform, transform);
  followPointer(view);
  // The drawing keeps its place when the evidence pane opens beside it.
  followSize(view, () => view.moved || state.selected || move(whole(view)));
  state.listen(() => requestPaint(view));
  return {
    fit: () => {
      view.moved = false;
      move(whole(view));
    },
    zoomBy: (factor) => surface.call(behaviour.scaleBy, factor),
    reveal: () => reveal(view, move),
    repaint: () => requestPaint(view),
    where: (thing) => where(view, thing),
    painted: () => view.painted,
  };
}

function requestPaint(view) {
  if (view.due) return;
  view.due = true;
  requestAnimationFrame(() => {
    view.due = false;
    paintNow(view);
  });
}

function paintNow(view) {
  const style = getComputedStyle(document.documentElement);
  const colours = Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const pen = view.canvas.getContext("2d");
  pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  view.scene = makeScene(view.state, view.transform);
  view.painted = paint(pen, view, view.scene, view.state, colours);
  document.documentElement.dataset.ready = "true";
}

function followSize(view, resized) {
  const measure = () => {
    view.ratio = devicePixelRatio || 1;
    view.width = view.box.clientWidth;
    view.height = view.box.clientHeight;
    view.canvas.width = Math.round(view.width * view.ratio);
    view.canvas.height = Math.round(view.height * view.ratio);
    view.canvas.style.width = `${view.width}px`;
    view.canvas.style.height = `${view.height}px`;
    resized();
    requestPaint(view);
  };
  new ResizeObserver(measure).observe(view.box);
}

function followPointer(view) {
  const { canvas, state } = view;
  const under = (event) => (view.scene ? thingAt(view.scene, { x: event.offsetX, y: event.offsetY }) : null);
  canvas.addEventListener("pointermove", (event) => {
    const thing = under(event);
    if (thing === state.hovered) return;
    state.hovered = thing;
    canvas.style.cursor = thing ? "pointer" : "";
    state.changed("hover");
  });
  canvas.addEventListener("pointerleave", () => {
    state.hovered = null;
    state.changed("hover");
  });
  canvas.addEventListener("click", (event) => select(state, under(event)));
}

/** The transform that shows all visible nodes. */
function whole(view) {
  const nodes = view.state.model.nodes.filter((node) => nodeShown(view.state, node));
  if (!nodes.length) return zoomIdentity;
  const [across, down] = [range(nodes.map((node) => node.x)), range(nodes.map((node) => node.y))];
  const k = Math.min(1.6, room(view.width) / (across.extent || 1), room(view.height) / (down.extent || 1));
  const middle = (size, { from, to }) => size / 2 - (k * (from + to)) / 2;
  return zoomIdentity.translate(middle(view.width, across), middle(view.height, down)).scale(k);
}

/** Move the view just so far, and zoom out only as needed, that a thing and its neighbours are well inside it. */
function reveal(view, move) {
  const { transform, width, height } = view;
  const nodes = [...standingOut(view.state)];
  const across = range(nodes.map((node) => node.x));
  const down = range(nodes.map((node) => node.y));
  const k = Math.min(transform.k, room(width) / (across.extent || 1), room(height) / (down.extent || 1));
  const shifted = (at, { from, to }, size) => at - Math.max(0, at + k * to - size + EDGE) + Math.max(0, EDGE - (at + k * from));
  // Zooming out keeps the middle of the view where it is.
  const start = (at, size) => size / 2 - ((size / 2 - at) * k) / transform.k;
  const x = shifted(start(transform.x, width), across, width);
  const y = shifted(start(transform.y, height), down, height);
  if (k !== transform.k || x !== transform.x || y !== transform.y) move(zoomIdentity.translate(x, y).scale(k));
}

const range = (values) => ({ from: Math.min(...values), to: Math.max(...values), extent: Math.max(...values) - Math.min(...values) });

const room = (size) => Math.max(size - 2 * EDGE, 50);

/** Where a thing is on the screen, for those who point at it by script. */
function where(view, thing) {
  const at = view.canvas.getBoundingClientRect();
  const line = view.scene.lines.find(({ relationship }) => relationship === thing);
  const point = isNode(thing) ? view.scene.spots.get(thing) : line?.middle;
  return point ? { x: at.left + point.x, y: at.top + point.y } : null;
}
