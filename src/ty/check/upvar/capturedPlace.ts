// From a capture back to the place it stands for.

import { localTy, structurally } from "../fnCtxt.ts";
import type { UsePlace } from "./places.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { Capture } from "../../typeck.ts";

export function capturedPlace(fcx: FnCtxt, capture: Capture): UsePlace {
  const { local, projections } = capture.place;
  return { local, baseTy: structurally(fcx, localTy(fcx, local)), projections };
}
