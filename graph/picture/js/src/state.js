// What is chosen on the page: hidden kinds, the selection, what the pointer is over. Listeners hear of changes.

/** A state for the model. `selected` and `hovered` are a node, a relationship or null. */
export function makeState(model) {
  const listeners = [];
  const state = {
    model,
    hidden: new Set([
      ...model.labels.filter((label) => model.hidden.labels.includes(label.name)),
      ...model.types.filter((type) => model.hidden.types.includes(type.name)),
    ]),
    selected: null,
    hovered: null,
    listen: (listener) => listeners.push(listener),
    changed: (what) => listeners.forEach((listener) => listener(what)),
  };
  return state;
}

export const isNode = (thing) => thing !== null && thing.links !== undefined;

export const nodeShown = (state, node) => !state.hidden.has(node.label);

export const relationshipShown = (state, relationship) =>
  !state.hidden.has(relationship.type) && nodeShown(state, relationship.from) && nodeShown(state, relationship.to);

/** Select a node, a relationship or nothing. What was hidden by the legend is shown again. */
export function select(state, thing) {
  if (isNode(thing)) state.hidden.delete(thing.label);
  else if (thing) [thing.type, thing.from.label, thing.to.label].forEach((kind) => state.hidden.delete(kind));
  state.selected = thing;
  state.changed("selection");
}

export function toggle(state, kind) {
  if (!state.hidden.delete(kind)) state.hidden.add(kind);
  const { selected } = state;
  const gone = selected && (isNode(selected) ? !nodeShown(state, selected) : !relationshipShown(state, selected));
  if (gone) state.selected = null;
  state.changed(gone ? "selection" : "kinds");
}

/** Nodes that stand out while something is selected: both ends, or the node and its visible neighbours. */
export function standingOut(state) {
  const { selected } = state;
  if (!selected) return null;
  if (!isNode(selected)) return new Set([selected.from, selected.to]);
  const shown = selected.links.filter((link) => relationshipShown(state, link));
  return new Set([selected, ...shown.flatMap((link) => [link.from, link.to])]);
}
