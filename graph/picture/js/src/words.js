// The two languages of the page.

let language = 0; // 0 English, 1 Indonesian: the order of every pair of names in the data
let texts = {};

export function useTexts(table) {
  texts = table;
}

export function otherLanguage() {
  language = 1 - language;
  document.documentElement.lang = language === 0 ? "en" : "id";
}

/** The name of a [English, Indonesian] pair in the language chosen. */
export const inLanguage = (names) => names[language];

/** A text of the page, with {n} and {name} filled in. */
export function say(key, values = {}) {
  return inLanguage(texts[key]).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
