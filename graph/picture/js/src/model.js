// The data of the page, with every number that points into a table replaced by what it points to.

/** Nodes, relationships, labels and types from the parsed JSON; each node knows its `links`. */
export function readModel(data) {
  const sourceOf = ([title, publisher, date, url]) => ({ title, publisher, date, url });
  const articles = data.articles.map(sourceOf);
  const nodes = data.nodes.map((row, index) => ({
    ...row,
    index,
    label: data.labels[row.label],
    disputes: row.disputes.map(([property, value, article]) => ({ property, value, article: articles[article] })),
    links: [],
  }));
  const relationships = data.relationships.map((row, index) => ({
    ...row,
    index,
    type: data.types[row.type],
    from: nodes[row.from],
    to: nodes[row.to],
    evidence: row.evidence.map(([article, sentence, rule]) => ({
      article: articles[article],
      sentence: data.sentences[sentence],
      rule: data.rules[rule],
    })),
  }));
  for (const relationship of relationships) {
    relationship.from.links.push(relationship);
    if (relationship.to !== relationship.from) relationship.to.links.push(relationship);
  }
  const values = new Map(Object.entries(data.values).map(([name, table]) => [name, mapOf(table)]));
  return { ...data, nodes, relationships, properties: mapOf(data.properties), values };
}

/** A map, because an object would also answer to names like "constructor". */
const mapOf = (table) => new Map(Object.entries(table));

export const otherEnd = (relationship, node) => (relationship.from === node ? relationship.to : relationship.from);
