// The network without a mouse: arrows walk along relations, other keys zoom, open, clear.
import { otherEnd } from "./model.js";
import { isNode, nodeShown, relationshipShown, select } from "./state.js";

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const STRAIGHT = 0.35; // cosine of the widest angle from the arrow's direction

/** Listen to keys on the network's box. `announce` tells a screen reader, `openPane` moves the focus. */
export function makeKeyboard(box, state, view, { announce, openPane }) {
  const keys = {
    "+": () => view.zoomBy(1.3),
    "=": () => view.zoomBy(1.3),
    "-": () => view.zoomBy(1 / 1.3),
    0: () => view.fit(),
    Escape: () => select(state, null),
    Enter: () => state.selected && openPane(),
  };
  box.addEventListener("keydown", (event) => {
    const direction = DIRECTIONS[event.key];
    if (!direction && !keys[event.key]) return;
    event.preventDefault();
    if (!direction) return void keys[event.key]();
    const next = neighbour(state, direction);
    if (next) select(state, next);
    else announce("nothing_there");
  });
}

/** The neighbour that lies best in a direction; the best connected node when none is selected. */
function neighbour(state, [right, down]) {
  const { selected } = state;
  if (!selected) {
    const shown = state.model.nodes.filter((node) => nodeShown(state, node));
    return shown.sort((a, b) => b.links.length - a.links.length)[0];
  }
  if (!isNode(selected)) return right + down > 0 ? selected.to : selected.from;
  const others = selected.links.filter((link) => relationshipShown(state, link)).map((link) => otherEnd(link, selected));
  const judged = others.map((node) => {
    const [dx, dy] = [node.x - selected.x, node.y - selected.y];
    const length = Math.hypot(dx, dy) || 1;
    const straight = (dx * right + dy * down) / length;
    return { node, straight, worth: straight / (1 + length / 1000) };
  });
  return judged.filter(({ straight }) => straight > STRAIGHT).sort((a, b) => b.worth - a.worth)[0]?.node;
}
