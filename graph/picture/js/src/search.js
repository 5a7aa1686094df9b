// The search box: suggestions while typing, Enter selects. (WAI-ARIA pattern "combobox".)
import { element } from "./dom.js";
import { swatch } from "./shapes.js";
import { select } from "./state.js";
import { inLanguage, say } from "./words.js";

const MOST = 12;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Make an input and its list search the names and aliases of the model's nodes. */
export function makeSearch(input, list, state, afterwards) {
  const entries = state.model.nodes.map((node) => ({ node, keys: [node.name, ...node.aliases].map(plain) }));
  const search = { input, list, hits: [], current: 0, choose };
  function choose(node) {
    search.hits = [];
    input.value = "";
    showHits(search);
    select(state, node);
    afterwards();
  }
  input.addEventListener("input", () => {
    search.hits = matching(entries, plain(input.value.trim()));
    search.current = 0;
    showHits(search);
  });
  input.addEventListener("keydown", (event) => onKey(event, search));
  input.addEventListener("blur", () => {
    search.hits = [];
    showHits(search);
  });
}

/** Nodes of which a name has the words; names that begin with them first, then the better connected. */
function matching(entries, words) {
  if (!words) return [];
  const rank = ({ keys }) => (keys.some((key) => key.startsWith(words)) ? 0 : 1);
  return entries
    .filter(({ keys }) => keys.some((key) => key.includes(words)))
    .sort((a, b) => rank(a) - rank(b) || b.node.links.length - a.node.links.length)
    .slice(0, MOST)
    .map(({ node }) => node);
}

function onKey(event, search) {
  const { hits } = search;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    search.current = (search.current + step + hits.length) % hits.length;
    showHits(search);
    event.preventDefault();
  } else if (event.key === "Enter" && hits.length) {
    search.choose(hits[search.current]);
  } else if (event.key === "Escape") {
    search.input.blur();
  }
}

function showHits({ input, list, hits, current, choose }) {
  const options = hits.map((node, i) => element("li",
    // pointerdown comes before the input loses the focus, which would empty the list
    { role: "option", id: `hit${i}`, "aria-selected": String(i === current), onpointerdown: () => choose(node) },
    swatch(node.label), element("span", {}, node.name), element("small", {}, inLanguage(node.label.names))));
  const none = !hits.length && input.value.trim() && document.activeElement === input;
  list.replaceChildren(...(none ? [element("li", { class: "none" }, say("no_hits"))] : options));
  list.hidden = !hits.length && !none;
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (hits.length) input.setAttribute("aria-activedescendant", `hit${current}`);
  else input.removeAttribute("aria-activedescendant");
}
