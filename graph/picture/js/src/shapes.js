// The shapes of nodes, as SVG paths around (0, 0); all take about the same area as a circle of radius 1.

export const PATHS = {
  circle: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z",
  square: "M-.9-.9H.9V.9H-.9Z",
  diamond: "M0-1.25L1.25 0L0 1.25L-1.25 0Z",
  hexagon: "M-.55-.95H.55L1.1 0L.55.95H-.55L-1.1 0Z",
  pin: "M0 1.35L-.78.25A.95.95 0 1 1 .78.25Z",
  burst: "M0-1.35L.38-.62L1.17-.68L.74 0L1.17.68L.38.62L0 1.35L-.38.62L-1.17.68L-.74 0L-1.17-.68L-.38-.62Z",
  boat: "M-1.3-.1H-.35V-.95H.45V-.1H1.3L.8.8H-.8Z",
  cross: "M-.4-1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z",
  page: "M-.8-1.1H.3L.8-.6V1.1H-.8Z",
};

const SVG = "http://www.w3.org/2000/svg";

/** A small drawing of a label's shape and colour, for the legend and the lists. */
export function swatch(label) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "-1.6 -1.6 3.2 3.2");
  drawing.setAttribute("class", "swatch");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[label.shape]);
  path.setAttribute("fill", label.colour);
  drawing.append(path);
  return drawing;
}

/** A small line as relationships of this origin are drawn. */
export function lineSwatch(origin) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 28 8");
  drawing.setAttribute("class", `line ${origin}`);
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M1 4H27");
  drawing.append(path);
  return drawing;
}
