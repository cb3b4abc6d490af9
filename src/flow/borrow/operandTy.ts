// The region types of operands: places as their locals have them, constants as they are declared.

import type { Operand } from "../../mir/mir.ts";
import type { Region } from "../../ty/ty.ts";
import { placeRegionTy } from "./parts.ts";
import type { RegionCx } from "./regionCx.ts";
import { freshTy, instantiate } from "./regionTy.ts";
import type { Meaning, RegionTy } from "./regionTy.ts";
import { STATIC } from "./universal.ts";

export function operandRegionTy(r: RegionCx, operand: Operand): RegionTy {
  if (operand.kind !== "constant") return placeRegionTy(r.m, r.cx.body, r.locals, operand.place);
  const { constant, ty } = operand;
  const { mir } = r.m.shapes;
  switch (constant.kind) {
    case "str":
    case "byteStr":
      return { ty, regions: freshTy(r.m, ty).regions.map(() => STATIC) };
    case "static": {
      const inner = instantiate(r.m, mir.ty.typeOf(constant.def), staticMeaning(r));
      return { ty, regions: ty.kind === "ref" ? [STATIC, ...inner.regions] : inner.regions };
    }
    case "const": {
      if (mir.ty.genericsOf(constant.def).count > 0) return freshTy(r.m, ty);
      const value = instantiate(r.m, mir.ty.typeOf(constant.def), staticMeaning(r));
      return value.ty === ty ? value : freshTy(r.m, ty);
    }
    case "promoted": {
      const fresh = freshTy(r.m, ty);
      return ty.kind === "ref" ? { ty, regions: [STATIC, ...fresh.regions.slice(1)] } : fresh;
    }
    default:
      return freshTy(r.m, ty);
  }
}

function staticMeaning(r: RegionCx): Meaning {
  return {
    args: [],
    erased: [],
    region: (region: Region) => (region.region === "static" ? STATIC : r.m.fresh()),
  };
}
