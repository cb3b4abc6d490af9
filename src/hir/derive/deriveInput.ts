// What a derive needs to know of an item: names, fields, type parameters.

import type { Attribute, FieldDef, Fields, Item, Path, Type } from "../../syntax/ast.ts";
import type { Span } from "../../base/span.ts";
import { hasAttr, isEnabled } from "../attrs.ts";
import type { Crate } from "../crate.ts";
import type { DeriveInput, DeriveVariant } from "./deriveBodies.ts";

const KEYWORD =
  /^(as|break|const|continue|else|enum|extern|false|fn|for|if|impl|in|let|loop|match|mod|move|mut|pub|ref|return|static|struct|trait|true|type|unsafe|use|where|while|async|await|dyn|abstract|become|box|do|final|macro|override|priv|typeof|unsized|virtual|yield|try|gen)$/;

/** A name as it is written in Rust text. */
export function rawName(name: string): string {
  return KEYWORD.test(name) ? `r#${name}` : name;
}

export function deriveInput(
  crate: Crate,
  item: Item & { kind: "struct" | "enum" | "union" },
  withCopy: boolean,
): DeriveInput {
  const name = rawName(item.name.name);
  const typeParams = item.generics.params
    .filter((param) => param.kind === "type")
    .map((param) => rawName(param.name.name));
  const args = item.generics.params.map((param) =>
    param.kind === "lifetime" ? param.lifetime.name : rawName(param.name.name),
  );
  const self = args.length === 0 ? name : `${name}<${args.join(", ")}>`;
  const types: Type[] = [];
  const enabled = (attrs: readonly Attribute[]): boolean =>
    isEnabled(attrs, { test: crate.options.test === true });
  const places: Span[] = [];
  const addField = (field: FieldDef): number => {
    places.push({ start: field.start, end: field.end });
    return types.push(field.type) - 1;
  };
  const variant = (
    label: string,
    path: string,
    fields: Fields,
    attrs: readonly Attribute[],
  ): DeriveVariant => ({
    name: label,
    path,
    shape: fields.kind,
    isDefault: hasAttr(attrs, "default"),
    fields: fields.fields
      .filter((field) => enabled(field.attrs))
      .map((field) => ({
        name: rawName(field.name.name),
        label: field.name.name,
        type: addField(field),
      })),
  });
  const variants =
    item.kind === "enum"
      ? item.variants
          .filter((one) => enabled(one.attrs))
          .map((one) =>
            variant(one.name.name, `${name}::${rawName(one.name.name)}`, one.fields, one.attrs),
          )
      : [variant(item.name.name, name, item.fields, [])];
  const names = new Set(
    item.generics.params.flatMap((param) => (param.kind === "type" ? [param.name.name] : [])),
  );
  const fieldTypes = [...types];
  const projections: string[] = [];
  if (names.size > 0) {
    for (const field of fieldTypes) {
      walkTypes(field, (type) => {
        if (isProjection(type, names)) projections.push(`__type${types.push(type) - 1}`);
      });
    }
  }
  const simple = withCopy && typeParams.length === 0;
  return {
    kind: item.kind,
    self,
    typeParams,
    projections,
    variants,
    types,
    fieldTypes: fieldTypes.length,
    simple,
    places,
    name: { start: item.name.start, end: item.name.end },
  };
}

/** `T::Item` where `T` is a type parameter. */
function isProjection(type: Type, params: ReadonlySet<string>): boolean {
  if (type.kind !== "path") return false;
  const [first] = type.path.segments;
  return type.path.segments.length > 1 && first !== undefined && params.has(first.ident.name);
}

/** Every type inside a type, itself included. */
function walkTypes(type: Type, visit: (type: Type) => void): void {
  visit(type);
  switch (type.kind) {
    case "ref":
    case "ptr":
    case "slice":
    case "array":
    case "paren":
      return walkTypes(type.type, visit);
    case "tuple":
      for (const inner of type.types) walkTypes(inner, visit);
      return;
    case "path":
      if (type.qself !== undefined) walkTypes(type.qself.type, visit);
      return walkPath(type.path, visit);
    case "dyn":
    case "impl":
      for (const bound of type.bounds) if (bound.kind === "trait") walkPath(bound.path, visit);
      return;
    case "fnPtr":
      for (const param of type.params) walkTypes(param.type, visit);
      if (type.output !== undefined) walkTypes(type.output, visit);
      return;
    default:
      return;
  }
}

function walkPath(path: Path, visit: (type: Type) => void): void {
  for (const { args } of path.segments) {
    if (args?.kind === "paren") {
      for (const input of args.inputs) walkTypes(input, visit);
      if (args.output !== undefined) walkTypes(args.output, visit);
    } else if (args?.kind === "angle") {
      for (const arg of args.args)
        if (arg.kind === "type" || arg.kind === "assocType") walkTypes(arg.type, visit);
    }
  }
}
