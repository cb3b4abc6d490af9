// What rustc says about a path that names nothing, or the wrong kind of thing (`late::diagnostics`).

import type { Span } from "../../base/span.ts";
import type { Ident, Path } from "../../syntax/ast.ts";
import { reportError, reportUnsupported } from "../crate.ts";
import type { ModuleData, NameRes } from "../crate.ts";
import type { LocalId } from "../hir.ts";
import { describeRes } from "./describe.ts";
import { importHelp } from "./importHelp.ts";
import { isStdModule, mayBeExternCrate } from "./lookup.ts";
import type { PathResult } from "./lookup.ts";
import { isExpected, namespaceOf, resolveInScope } from "./names.ts";
import type { NameContext, PathSource } from "./names.ts";

const EXPECTED: Readonly<Record<PathSource, string>> = {
  type: "type",
  trait: "trait",
  expr: "value",
  callee: "function",
  pat: "unit struct, unit variant or constant",
  struct: "struct, variant or union type",
  tupleStruct: "tuple struct or tuple variant",
};

const CODES: Readonly<Record<PathSource, readonly [wrong: string, missing: string]>> = {
  type: ["E0573", "E0425"],
  trait: ["E0404", "E0405"],
  expr: ["E0423", "E0425"],
  callee: ["E0423", "E0425"],
  pat: ["E0532", "E0531"],
  struct: ["E0574", "E0422"],
  tupleStruct: ["E0532", "E0531"],
};

function expectation(source: PathSource, name: string): string {
  if (source === "callee" && /^\p{Lu}/u.test(name))
    return "function, tuple struct or tuple variant";
  return EXPECTED[source];
}

function pathText(path: Path): string {
  return path.segments.map((segment) => segment.ident.name).join("::");
}

function spanOf(node: { readonly start: number; readonly end: number }): Span {
  return { start: node.start, end: node.end };
}

/** The path as far as its last name, without generic arguments behind it. */
function pathSpan(path: Path): Span {
  return { start: path.start, end: path.end };
}

/** A path that names something of the wrong kind. */
export function reportWrongKind(
  cx: NameContext,
  path: Path,
  source: PathSource,
  res: NameRes,
): void {
  const last = path.segments[path.segments.length - 1]?.ident.name ?? "";
  const isSelf = last === "self" && path.segments.length === 1;
  const noun = isSelf ? "module" : describeRes(cx.crate, res);
  const wide =
    (source === "callee" || source === "tupleStruct") && (noun === "struct" || noun === "variant");
  reportError(cx.crate, {
    code: isSelf ? "E0424" : CODES[source][0],
    message: `expected ${expectation(source, last)}, found ${noun} \`${pathText(path)}\``,
    span: wide ? (cx.around ?? pathSpan(path)) : pathSpan(path),
    owner: cx.owner,
  });
}

/** A path that names nothing. Returns whether that is certain. */
export function reportUnresolved(
  cx: NameContext,
  path: Path,
  source: PathSource,
  failure: PathResult & { readonly kind: "failed" },
): boolean {
  const { crate } = cx;
  const { segments } = path;
  const at = segments[failure.index]?.ident;
  if (at === undefined) return false;
  const certain = failure.certain && !cx.doubt.uncertain;
  const last = failure.index === segments.length - 1;
  if (failure.reason !== undefined) {
    reportError(crate, {
      code: "E0433",
      message: failure.reason,
      span: spanOf(at),
      owner: cx.owner,
    });
    return true;
  }
  if (last && isAnotherKind(cx, path, source)) return true;
  if (
    !last &&
    failure.index === 0 &&
    failure.notModule === undefined &&
    mayBeExternCrate(crate, at.name)
  ) {
    const reason = `the crate \`${at.name}\` is not part of Lockstep's model`;
    reportUnsupported(crate, pathSpan(path), `crate ${at.name}`, reason);
    return false;
  }
  if (!certain) {
    if (isStdModule(crate, failure.module)) {
      const what = pathText(path);
      reportUnsupported(crate, pathSpan(path), what, `\`${what}\` is not part of Lockstep's model`);
    }
    return false;
  }
  if (last) reportMissing(cx, path, source, at, failure.module);
  else reportMissingPrefix(cx, path, failure.index, at, failure.module, failure.notModule);
  return true;
}

/** The name exists in another namespace: the message says what it is. */
function isAnotherKind(cx: NameContext, path: Path, source: PathSource): boolean {
  const idents = path.segments.map((segment) => segment.ident);
  const own = namespaceOf(source);
  const [only] = idents;
  if (own === "types" && idents.length === 1 && only !== undefined && cx.isLocal?.(only) === true) {
    reportWrongKind(cx, path, source, { kind: "local", local: 0 as LocalId });
    return true;
  }
  for (const ns of ["types", "values", "macros"] as const) {
    if (ns === own || (ns === "macros" && idents.length > 1)) continue;
    const other = resolveInScope(cx, idents, path.global, ns, undefined, true);
    const res: NameRes | undefined =
      other.kind === "res" && other.unresolved === 0
        ? other.res
        : other.kind === "module"
          ? { kind: "def", def: other.module.id }
          : undefined;
    if (res === undefined || isExpected(cx.crate, source, res)) continue;
    if (res.kind === "error") return true;
    reportWrongKind(cx, path, source, res);
    return true;
  }
  return false;
}

function reportMissing(
  cx: NameContext,
  path: Path,
  source: PathSource,
  ident: Ident,
  module: ModuleData | undefined,
): void {
  if (ident.name === "Self" && module === undefined) {
    reportError(cx.crate, {
      code: "E0411",
      message: `cannot find type \`Self\` in this scope`,
      span: spanOf(ident),
      owner: cx.owner,
    });
    return;
  }
  const place = module === undefined ? "this scope" : placeNoun(cx, path, module);
  const help =
    module === undefined ? importHelp(cx.crate, ident.name, namespaceOf(source)) : undefined;
  reportError(cx.crate, {
    code: CODES[source][1],
    message: `cannot find ${expectation(source, ident.name)} \`${ident.name}\` in ${place}`,
    span: spanOf(ident),
    owner: cx.owner,
    ...(help === undefined ? {} : { help }),
  });
}

function placeNoun(cx: NameContext, path: Path, module: ModuleData): string {
  const { segments } = path;
  const first = segments[0]?.ident.name;
  if (segments.length === 2 && (first === "crate" || first === "$crate")) return "the crate root";
  const prefix = segments
    .slice(0, -1)
    .map((segment) => segment.ident.name)
    .join("::");
  const noun = describeRes(cx.crate, { kind: "def", def: module.id });
  return `${noun} \`${prefix}\``;
}

function reportMissingPrefix(
  cx: NameContext,
  path: Path,
  index: number,
  ident: Ident,
  module: ModuleData | undefined,
  notModule: NameRes | undefined,
): void {
  const before = path.segments[index - 1]?.ident.name;
  let message: string;
  if (notModule !== undefined) {
    message = `cannot find module or crate \`${ident.name}\` in this scope`;
  } else if (module === undefined || before === undefined) {
    const noun =
      ident.name === "Self" ? "" : /^\p{Lu}/u.test(ident.name) ? "type " : "module or crate ";
    message = `cannot find ${noun}\`${ident.name}\` in this scope`;
  } else {
    const place = before === "crate" || before === "$crate" ? "the crate root" : `\`${before}\``;
    message = `cannot find \`${ident.name}\` in ${place}`;
  }
  const help = module === undefined ? importHelp(cx.crate, ident.name, "types") : undefined;
  reportError(cx.crate, {
    code: "E0433",
    message,
    span: spanOf(ident),
    owner: cx.owner,
    ...(help === undefined ? {} : { help }),
  });
}
