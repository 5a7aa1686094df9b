import js from "@eslint/js";

const browser = ["document", "window", "getComputedStyle", "matchMedia", "devicePixelRatio", "ResizeObserver", "requestAnimationFrame", "Path2D"];
const node = ["process", "console", "URL"];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

// Whatever parses markup or code is forbidden: texts reach the page by textContent only.
const sinks = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "srcdoc", "createContextualFragment"].map(
  (property) => ({ property, message: "Use textContent: the data is hostile." }),
);

export default [
  js.configs.recommended,
  { rules: { "no-restricted-properties": ["error", ...sinks], "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error", eqeqeq: "error", "prefer-const": "error" } },
  { files: ["src/**"], languageOptions: { globals: readonly(browser) } },
  { files: ["*.mjs", "test/**"], languageOptions: { globals: readonly(node) } },
];
