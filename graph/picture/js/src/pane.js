// The evidence pane: what is known of the selected thing, each relation with the sentences that say it.
import { element } from "./dom.js";
import { otherEnd } from "./model.js";
import { lineSwatch, swatch } from "./shapes.js";
import { isNode, select } from "./state.js";
import { inLanguage, say } from "./words.js";

const OPEN = 1; // sentences of a relation shown at once beside a node; the others unfold

/** Fill the pane for the selection; it is hidden when nothing is selected. */
export function showPane(pane, state, close) {
  const { selected } = state;
  pane.hidden = selected === null;
  if (selected === null) return pane.replaceChildren();
  const button = element("button", { class: "close", "aria-label": say("close"), onclick: close }, "×");
  pane.replaceChildren(button, ...(isNode(selected) ? aboutNode(selected, state) : aboutRelationship(selected, state)));
  pane.scrollTop = 0;
}

function aboutNode(node, state) {
  const groups = grouped(node);
  return [
    element("p", { class: "type" }, swatch(node.label), inLanguage(node.label.names)),
    element("h2", {}, node.name),
    node.aliases.length ? element("p", { class: "quiet" }, say("also", { name: node.aliases.join(" · ") })) : null,
    factList(node.facts, state, node.disputes),
    ...(groups.length ? groups.map(([title, links]) => relationGroup(title, links, node, state)) : [element("p", { class: "quiet" }, say("no_relations"))]),
  ].filter(Boolean);
}

/** Relationships of a node by what they are called from its side; mentions come last. */
function grouped(node) {
  const groups = new Map();
  const last = (link) => (link.type.name === "MENTIONS" ? 1 : 0);
  for (const link of [...node.links].sort((a, b) => last(a) - last(b))) {
    const title = inLanguage(link.from === node ? link.type.names : link.type.back);
    groups.set(title, [...(groups.get(title) ?? []), link]);
  }
  return [...groups];
}

function relationGroup(title, links, node, state) {
  const heading = element("h3", {}, title, element("span", { class: "count" }, String(links.length)));
  return element("section", {}, heading, ...links.map((link) => relation(link, otherEnd(link, node), state)));
}

function relation(link, other, state) {
  return element("div", { class: "relation" },
    thingButton(other, state),
    element("p", { class: "quiet" }, inlineFacts(link.facts, state)),
    ...evidence(link, OPEN),
    link.evidence.length || link.origin !== "read"
      ? element("button", { class: "more", onclick: () => select(state, link) }, origin(link)) : null);
}

const origin = (link) => (link.evidence.length ? say("told_by", { n: link.evidenceTotal }) : say(`line_${link.origin}`));

function aboutRelationship(link, state) {
  return [
    element("p", { class: "type" }, lineSwatch(link.origin), say(`origin_${link.origin}`)),
    element("div", { class: "ends" }, thingButton(link.from, state), element("h2", {}, inLanguage(link.type.names)), thingButton(link.to, state)),
    factList(link.facts, state),
    ...(link.evidence.length ? evidence(link, Infinity) : [element("p", { class: "quiet" }, say("no_sentence"))]),
  ];
}

function thingButton(node, state) {
  return element("button", { class: "thing", onclick: () => select(state, node) }, swatch(node.label), element("span", {}, node.name));
}

function factList(facts, state, disputes = []) {
  const told = ([name, value]) => (name === "conflicts" && disputes.length ? disputeList(disputes, state) : shown(name, value, state));
  const rows = facts.flatMap((fact) => [element("dt", {}, nameOf(fact[0], state)), element("dd", {}, told(fact))]);
  return element("dl", {}, ...rows);
}

/** Each value on which documents disagree, with the articles that give it. */
function disputeList(disputes, state) {
  const values = new Map();
  for (const { property, value, article } of disputes) {
    const text = `${nameOf(property, state)}: ${shown(property, value, state)}`;
    values.set(text, [...(values.get(text) ?? []), [article.publisher || article.title || say("untitled"), article.date].filter(Boolean).join(" ")]);
  }
  const lines = [...values].sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }));
  return element("ul", { class: "disputes" }, ...lines.map(
    ([text, articles]) => element("li", {}, text, element("span", { class: "quiet" }, ` (${articles.join("; ")})`))));
}

/** Facts of a relation in one line; when and how often it was reported is left to the full view. */
function inlineFacts(facts, state) {
  const quiet = new Set(["first_reported", "last_reported", "sources"]);
  const telling = facts.filter(([name, value]) => !quiet.has(name) && value !== false);
  return telling.map(([name, value]) => (value === true ? nameOf(name, state) : `${nameOf(name, state)}: ${shown(name, value, state)}`)).join(" · ");
}

const nameOf = (name, state) => inLanguage(state.model.properties.get(name));

/** A value as it is read: flags as yes or no, names of properties and values that have words in words. */
function shown(name, value, state) {
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (name === "conflicts") return String(value).split("; ").map((of) => (state.model.properties.has(of) ? nameOf(of, state) : of)).join(", ");
  const words = state.model.values.get(name)?.get(String(value));
  return words ? inLanguage(words) : String(value);
}

/** The sentences of a relationship, the first ones open, the others to unfold. */
function evidence(link, open) {
  const quotes = link.evidence.map((item) => quote(item, link));
  const rest = quotes.slice(open);
  if (!rest.length) return quotes;
  const summary = element("summary", {}, say("more", { n: rest.length }));
  return [...quotes.slice(0, open), element("details", {}, summary, ...rest)];
}

function quote({ article, sentence, rule }, link) {
  const confidence = link.confidence === null ? null : say("confidence", { n: link.confidence });
  const source = [article.title || say("untitled"), article.publisher, article.date].filter(Boolean).join(", ");
  const reading = [confidence, rule ? say("rule", { name: rule }) : null].filter(Boolean).join(" · ");
  return element("blockquote", {}, element("p", {}, sentence),
    element("footer", {}, element("span", {}, source), article.url ? element("span", {}, article.url) : null, element("span", {}, reading)));
}
