// A syntax tree as text, for the corpus in test/syntax: `(kind part part …)`, names and literals bare, one statement
// or member a line. Absent parts, positions and empty lists are left out.

import type { Item, Snippet, Stmt } from "../../src/syntax/ast.ts";

type Part = Readonly<Record<string, unknown>>;

const WIDTH = 100;

export function showSnippet(snippet: Snippet): string {
  const nodes: (Item | Stmt)[] = [...snippet.items, ...snippet.statements];
  nodes.sort((a, b) => a.start - b.start);
  return nodes.map((node) => show(node, 0)).join("\n");
}

function show(value: unknown, depth: number): string {
  const flat = showFlat(value);
  if (flat.length + depth * 2 <= WIDTH || !isPart(value)) return flat;
  const head = headOf(value);
  const parts = partsOf(value).map((part) => `\n${"  ".repeat(depth + 1)}${show(part, depth + 1)}`);
  return `(${head}${parts.join("")})`;
}

function showFlat(value: unknown): string {
  if (typeof value === "string") return value;
  if (!isPart(value)) return String(value);
  const known = special(value);
  if (known !== undefined) return known;
  return `(${[headOf(value), ...partsOf(value).map(showFlat)].filter((part) => part !== "").join(" ")})`;
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null;
}

/** Nodes with a shorter form than their parts. */
function special(node: Part): string | undefined {
  if (typeof node["name"] === "string" && "context" in node) return node["name"];
  if (Array.isArray(node["segments"]))
    return `${node["global"] === true ? "::" : ""}${node["segments"].map(showFlat).join("::")}`;
  if ("ident" in node && "start" in node)
    return `${showFlat(node["ident"])}${node["args"] === undefined ? "" : showFlat(node["args"])}`;
  if (
    node["kind"] === "path" &&
    node["qself"] === undefined &&
    node["rename"] === undefined &&
    isPart(node["path"])
  )
    return showFlat(node["path"]);
  if (node["kind"] === "lit" && isPart(node["lit"])) return showLit(node["lit"]);
  if (
    node["kind"] === "ident" &&
    node["sub"] === undefined &&
    node["byRef"] === false &&
    node["mutable"] === false
  )
    return showFlat(node["name"]);
  return undefined;
}

function showLit(lit: Part): string {
  if (lit["kind"] === "int" || lit["kind"] === "float")
    return `${String(lit["digits"])}${String(lit["suffix"])}`;
  if (lit["kind"] === "bool") return String(lit["value"]);
  return `${String(lit["kind"])}:${JSON.stringify(lit["value"])}`;
}

function headOf(node: Part): string {
  const flags = Object.keys(node).filter((key) => node[key] === true);
  return [typeof node["kind"] === "string" ? node["kind"] : "", ...flags]
    .filter((part) => part !== "")
    .join(" ");
}

const HIDDEN: ReadonlySet<string> = new Set([
  "kind",
  "start",
  "end",
  "opStart",
  "headEnd",
  "context",
  "tokens",
  "errors",
  "edition",
  "position",
]);

/** The parts of a node in the order of their fields; lists are run in, named where they are not the only thing. */
function partsOf(node: Part): unknown[] {
  return Object.entries(node).flatMap(([key, value]): unknown[] => {
    if (HIDDEN.has(key) || value === undefined || typeof value === "boolean") return [];
    if (key === "visibility") return isPart(value) && value["kind"] === "inherited" ? [] : [value];
    if (key === "body" && isPart(value) && "table" in value) return ["…"];
    if (Array.isArray(value)) return value.length === 0 ? [] : [`${key}:`, ...value];
    if (key === "generics" && isEmptyGenerics(value)) return [];
    if (key === "header") return headOf(value as Part) === "" ? [] : [headOf(value as Part)];
    if (key === "fields" && isPart(value)) return value["kind"] === "unit" ? [] : [value];
    return isNamed(key) ? [`${key}:`, value] : [value];
  });
}

function isEmptyGenerics(value: unknown): boolean {
  return (
    isPart(value) &&
    (value["params"] as unknown[]).length === 0 &&
    (value["where"] as unknown[]).length === 0
  );
}

function isNamed(key: string): boolean {
  return [
    "else",
    "tail",
    "guard",
    "output",
    "type",
    "from",
    "to",
    "base",
    "init",
    "trait",
    "self",
    "default",
    "args",
    "qself",
    "rename",
    "label",
    "limits",
    "discriminant",
    "abi",
  ].includes(key);
}
