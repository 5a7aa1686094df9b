// The legend: every kind of thing and relation with its number; each can be shown or hidden.
import { element } from "./dom.js";
import { lineSwatch, swatch } from "./shapes.js";
import { toggle } from "./state.js";
import { inLanguage, say } from "./words.js";

/** Fill the legend's box; the entry that has the keyboard's focus keeps it. */
export function showLegend(box, state) {
  const focused = box.contains(document.activeElement) ? document.activeElement.closest("label")?.dataset.kind : null;
  const { nodes, relationships, labels, types } = state.model;
  const things = labels.map((label) => [label, nodes.filter((node) => node.label === label).length, swatch(label)]);
  const relations = types.map((type) => {
    const of = relationships.filter((relationship) => relationship.type === type);
    return [type, of.length, lineSwatch(of[0].origin)];
  });
  box.replaceChildren(
    group("things", things, state),
    group("relations", relations, state),
    element("ul", { class: "lines" }, ...["read", "official", "derived"].map(
      (origin) => element("li", {}, lineSwatch(origin), say(`line_${origin}`)))),
  );
  const entries = [...box.querySelectorAll("label")];
  entries.find((label) => label.dataset.kind === focused)?.querySelector("input").focus();
}

function group(title, rows, state) {
  const sorted = rows.sort(([, a], [, b]) => b - a);
  return element("fieldset", {}, element("legend", {}, say(title)), ...sorted.map(([kind, count, drawing]) => entry(kind, count, drawing, state)));
}

function entry(kind, count, drawing, state) {
  const box = element("input", { type: "checkbox", checked: !state.hidden.has(kind), onchange: () => toggle(state, kind) });
  return element("label", { "data-kind": kind.name }, box, drawing,
    element("span", { class: "kind" }, inLanguage(kind.names)), element("span", { class: "count" }, String(count)));
}
