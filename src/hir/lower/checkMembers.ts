// Items of an impl that its trait does not have: E0407, E0437, E0438 and the mismatches E0323 to E0325.

import type { Path } from "../../syntax/ast.ts";
import { moduleOfDef, nodeOf, reportError } from "../crate.ts";
import type { DefNode } from "../crate.ts";
import type { DefId } from "../defs.ts";
import type { TypeContext } from "./typeContext.ts";

const MEMBERS: Readonly<
  Record<string, { readonly noun: string; readonly missing: string; readonly other: string }>
> = {
  fn: { noun: "method", missing: "E0407", other: "E0324" },
  assocTy: { noun: "type", missing: "E0437", other: "E0325" },
  const: { noun: "const", missing: "E0438", other: "E0323" },
};

/** Items of an impl that its trait does not have. std's traits may lack some that the real ones have. */
export function checkMembers(cx: TypeContext, node: DefNode, trait: DefId, path: Path): void {
  const { crate } = cx;
  const module = moduleOfDef(crate, trait);
  if (module === undefined || (crate.std !== undefined && trait < crate.base)) return;
  for (const id of node.children) {
    const member = nodeOf(crate, id);
    const wanted = MEMBERS[member.kind];
    const found = module.names.values.get(member.name) ?? module.names.types.get(member.name);
    const has = found?.res.kind === "def" ? nodeOf(crate, found.res.def).kind : undefined;
    if (wanted === undefined || has === member.kind) continue;
    const shown = path.segments.map((segment) => segment.ident.name).join("::");
    const message =
      has === undefined
        ? `${wanted.noun} \`${member.name}\` is not a member of trait \`${shown}\``
        : `item \`${member.name}\` is an associated ${wanted.noun}, which doesn't match its trait \`${shown}\``;
    const code = has === undefined ? wanted.missing : wanted.other;
    reportError(crate, { code, message, span: cx.span(member.span), owner: node.id });
  }
}
