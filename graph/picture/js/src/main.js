// The page: reads the data that stands in the file, and joins search, legend, network and evidence.
import { makeCanvas } from "./canvas.js";
import { byId, element } from "./dom.js";
import { makeKeyboard } from "./keyboard.js";
import { showLegend } from "./legend.js";
import { readModel } from "./model.js";
import { showPane } from "./pane.js";
import { makeSearch } from "./search.js";
import { isNode, makeState, select } from "./state.js";
import { inLanguage, otherLanguage, say, useTexts } from "./words.js";

const model = readModel(JSON.parse(byId("data").textContent));
useTexts(model.texts);
const state = makeState(model);
const [network, pane, live] = ["network", "pane", "live"].map(byId);
const view = makeCanvas(network, state);

function writeTexts() {
  byId("search").placeholder = say("search");
  byId("search").setAttribute("aria-label", say("search_label"));
  byId("hint").textContent = [say("hint"), model.leftOut ? say("not_drawn", { n: model.leftOut }) : ""].join(" ").trim();
  network.setAttribute("aria-label", say("canvas", { n: model.nodes.length }));
  byId("legend").setAttribute("aria-label", say("legend"));
  pane.setAttribute("aria-label", say("evidence"));
  byId("language").textContent = say("language");
  byId("fit").textContent = say("fit");
  for (const [id, key] of [["in", "zoom_in"], ["out", "zoom_out"]]) byId(id).setAttribute("aria-label", say(key));
  showLegend(byId("legend"), state);
  showSelection();
}

function showSelection() {
  const inPane = pane.contains(document.activeElement);
  showPane(pane, state, () => {
    select(state, null);
    network.focus();
  });
  if (inPane && !pane.hidden) pane.focus();
}

/** What a screen reader hears of a selection. */
function spoken(thing) {
  if (!thing) return "";
  if (isNode(thing)) return `${thing.name}, ${inLanguage(thing.label.names)}`;
  return `${thing.from.name} ${inLanguage(thing.type.names)} ${thing.to.name}`;
}

state.listen((what) => {
  if (what === "hover") return;
  if (what === "selection") {
    showSelection();
    live.textContent = spoken(state.selected);
    if (state.selected) requestAnimationFrame(() => state.selected && view.reveal());
  }
  showLegend(byId("legend"), state);
});

makeSearch(byId("search"), byId("hits"), state, () => network.focus());
makeKeyboard(network, state, view, {
  announce: (key) => (live.textContent = say(key)),
  openPane: () => pane.focus(),
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== byId("search")) {
    event.preventDefault();
    byId("search").focus();
  }
});
pane.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  select(state, null);
  network.focus();
});
byId("language").addEventListener("click", () => {
  otherLanguage();
  writeTexts();
  view.repaint();
});
byId("fit").addEventListener("click", view.fit);
byId("in").addEventListener("click", () => view.zoomBy(1.4));
byId("out").addEventListener("click", () => view.zoomBy(1 / 1.4));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", view.repaint);
writeTexts();
if (!model.nodes.length) network.append(element("p", {}, say("empty")));

const find = (id) => [...model.nodes, ...model.relationships].find((thing) => thing.id === id) ?? null;

/** For tests and scripts: what was drawn, and ways to select and to find things by id. */
window.tppo = {
  get nodesDrawn() {
    return view.painted().nodes;
  },
  get labels() {
    return view.painted().names;
  },
  get selected() {
    return state.selected?.id ?? null;
  },
  select: (id) => select(state, find(id)),
  where: (id) => view.where(find(id)),
};
