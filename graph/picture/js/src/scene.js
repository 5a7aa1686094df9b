// What is to be painted for a zoom: points, radii and curves in pixels. Also answers what lies under a point.
import { quadtree } from "d3-quadtree";
import { arrivalAt, curve, distanceTo, fanPlaces, loop, pointAt } from "./geometry.js";
import { nodeShown, relationshipShown } from "./state.js";

const NEAR_NODE = 6; // pixels around a node that still count as the node
const NEAR_LINE = 6;

/** The visible nodes and relationships of the state under a d3 zoom transform. */
export function makeScene(state, transform) {
  const scale = Math.max(0.6, Math.min(1.7, Math.sqrt(transform.k)));
  const nodes = state.model.nodes
    .filter((node) => nodeShown(state, node))
    .map((node) => ({ node, x: transform.applyX(node.x), y: transform.applyY(node.y), radius: node.size * scale }));
  const spots = new Map(nodes.map((spot) => [spot.node, spot]));
  const shown = state.model.relationships.filter((relationship) => relationshipShown(state, relationship));
  const places = fanPlaces(shown);
  const lines = shown.map((relationship) => lineOf(relationship, spots, places.get(relationship)));
  return { nodes, spots, lines };
}

function lineOf(relationship, spots, place) {
  const from = spots.get(relationship.from);
  const to = spots.get(relationship.to);
  const flip = relationship.from.index > relationship.to.index;
  const path = from === to ? loop(from, from.radius * (1 + Math.abs(place))) : curve(from, to, place, flip);
  const arrival = arrivalAt(path, to.radius * 1.2 + 2);
  return { relationship, path, tip: pointAt(path, arrival), before: pointAt(path, arrival - 0.06), middle: pointAt(path, 0.5) };
}

/** The node or, where there is none, the relationship at a point; null where there is neither. */
export function thingAt(scene, point) {
  const tree = quadtree(scene.nodes, (spot) => spot.x, (spot) => spot.y);
  const spot = tree.find(point.x, point.y, 40);
  if (spot && Math.hypot(spot.x - point.x, spot.y - point.y) <= spot.radius * 1.2 + NEAR_NODE) return spot.node;
  let best = null;
  let least = NEAR_LINE;
  for (const line of scene.lines) {
    const distance = distanceTo(line.path, point);
    if (distance < least) [best, least] = [line.relationship, distance];
  }
  return best;
}
