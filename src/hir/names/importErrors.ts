// What is wrong with an import: nothing there, or nothing that may be seen.

import type { Ident } from "../../syntax/ast.ts";
import { NAMESPACES, isAccessible, reportError, reportUnsupported } from "../crate.ts";
import type { Binding, Crate, Import, ModuleData, Namespace } from "../crate.ts";
import { define } from "./define.ts";
import { describeBinding } from "./describe.ts";
import {
  isPathKeyword,
  isStdModule,
  lookupLexical,
  mayBeExternCrate,
  resolvePath,
} from "./lookup.ts";

/** How far an import got. */
export interface ImportFailure {
  readonly index: number;
  readonly certain: boolean;
  readonly module: ModuleData | undefined;
}

/** Whether nothing unseen could supply the name. */
export function isCertain(crate: Crate, one: Import, failure: ImportFailure | undefined): boolean {
  return (failure?.certain ?? false) && !isUnknownCrate(crate, one, failure);
}

function isUnknownCrate(crate: Crate, one: Import, failure: ImportFailure | undefined): boolean {
  const first = one.path[0] ?? one.source;
  return (
    (failure?.index ?? 0) === 0 &&
    first !== undefined &&
    failure?.module === undefined &&
    mayBeExternCrate(crate, first.name)
  );
}

/** An import that found nothing: an error if that is certain, else its names are unknown. */
export function giveUp(crate: Crate, one: Import, failure: ImportFailure | undefined): void {
  const all =
    one.source === undefined ||
    (one.path.length > 0 && failure !== undefined && failure.index < one.path.length)
      ? one.path
      : [...one.path, one.source];
  const index = Math.min(failure?.index ?? 0, all.length - 1);
  const at = all[index];
  const first = all[0];
  const unknownCrate = isUnknownCrate(crate, one, failure);
  const shown = all
    .slice(0, index + 1)
    .map((ident) => ident.name)
    .join("::");
  const sure = isCertain(crate, one, failure);
  if (sure && at !== undefined) {
    const whole = all.length > one.path.length && index === all.length - 1;
    const span = whole ? one.span : { start: at.start, end: at.end };
    // Only the last segment of the module path makes an "unresolved import".
    const before = all[index - 1]?.name;
    const place =
      before === undefined
        ? "this scope"
        : isPathKeyword(before)
          ? "the crate root"
          : `\`${before}\``;
    const noun = before === undefined ? "module or crate " : "";
    if (index >= one.path.length - 1)
      reportError(crate, { code: "E0432", message: `unresolved import \`${shown}\``, span });
    else
      reportError(crate, {
        code: "E0433",
        message: `cannot find ${noun}\`${at.name}\` in ${place}`,
        span,
      });
  } else if (unknownCrate && first !== undefined) {
    reportUnsupported(
      crate,
      one.span,
      `crate ${first.name}`,
      `the crate \`${first.name}\` is not part of Lockstep's model`,
    );
  } else if (isStdModule(crate, failure?.module)) {
    reportUnsupported(crate, one.span, shown, `\`${shown}\` is not part of Lockstep's model`);
  }
  if (!sure) crate.incomplete = true;
  one.into = "unknown";
  if (one.kind === "glob") {
    one.module.incomplete = true;
    return;
  }
  const target = one.target as Ident;
  if (target.name === "_") return;
  for (const ns of NAMESPACES) {
    if (one.module.names[ns].has(target.name) || (one.typesOnly && ns !== "types")) continue;
    define(crate, one.module, ns, target.name, {
      res: { kind: "error", certain: sure },
      visibility: one.visibility,
      span: { start: target.start, end: target.end },
      import: one,
      glob: false,
    });
  }
}

/** E0603 for private things named by an import. */
export function checkPrivacy(crate: Crate, one: Import): void {
  const report = (
    ident: { start: number; end: number; name: string },
    binding: Binding,
    ns: Namespace,
  ): void => reportPrivate(crate, ident, binding, ns);
  resolvePath(crate, {
    segments: one.path,
    global: one.global,
    ns: "types",
    from: one.module,
    settled: true,
    first: (ident, ns) => lookupLexical(crate, one.module, ns, ident.name, true),
    onPrivate: (ident, binding) => report(ident, binding, "types"),
  });
  const { into, source } = one;
  if (source === undefined || into === undefined || into === "unknown" || one.path.length === 0)
    return;
  const hidden: [Binding, Namespace][] = [];
  for (const ns of one.foundIn) {
    const binding = into.names[ns].get(source.name);
    if (binding === undefined) continue;
    if (isAccessible(binding.visibility, one.module)) return;
    hidden.push([binding, ns]);
  }
  const [first] = hidden;
  if (first !== undefined) report(source, first[0], first[1]);
}

export function reportPrivate(
  crate: Crate,
  ident: { readonly start: number; readonly end: number; readonly name: string },
  binding: Binding,
  ns: Namespace,
): void {
  if (binding.res.kind === "error") return;
  const noun = describeBinding(crate, binding, ns);
  reportError(crate, {
    code: "E0603",
    message: `${noun} \`${ident.name}\` is private`,
    span: { start: ident.start, end: ident.end },
    related:
      binding.import === undefined
        ? [{ span: binding.span, message: `the ${noun} \`${ident.name}\` is defined here` }]
        : [],
  });
}
