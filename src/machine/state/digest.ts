// 128-bit digests: four lanes of MurmurHash3's 32-bit mixing with different constants, fed with the same words.
//
// Used to recognise states. Two different states of one exploration would have to agree in 128 bits to be taken for one.

import type { Digest } from "./state.ts";

/** A digest in the making. */
export interface Mixer {
  a: number;
  b: number;
  c: number;
  d: number;
}

export const EMPTY_DIGEST: Digest = { a: 0x2545f491, b: 0x0f4914f6, c: 0x5851f42d, d: 0x14057b7e };

const FLOAT = new Float64Array(1);
const WORDS = new Uint32Array(FLOAT.buffer);
const LOW = 0xffff_ffffn;

export function createMixer(seed: number): Mixer {
  return {
    a: seed ^ 0x1b873593,
    b: seed ^ 0x3c6ef372,
    c: Math.imul(seed, 0x9e3779b1) ^ 0x27d4eb2f,
    d: ~seed ^ 0x165667b1,
  };
}

/** One 32-bit word. */
export function mixWord(mixer: Mixer, word: number): void {
  mixer.a = lane(mixer.a, word, 0xcc9e2d51, 0x1b873593);
  mixer.b = lane(mixer.b, word, 0x239b961b, 0xab0e9789);
  mixer.c = lane(mixer.c, word, 0x38b34ae5, 0xa1e38b93);
  mixer.d = lane(mixer.d, word, 0x85ebca6b, 0xc2b2ae35);
}

/** Any double: integers by value, others by their bits. The two kinds never meet. */
export function mixNumber(mixer: Mixer, value: number): void {
  if ((value | 0) === value && !Object.is(value, -0)) {
    mixWord(mixer, 1);
    mixWord(mixer, value);
    return;
  }
  FLOAT[0] = value;
  mixWord(mixer, 2);
  mixWord(mixer, WORDS[0] ?? 0);
  mixWord(mixer, WORDS[1] ?? 0);
}

export function mixBigint(mixer: Mixer, value: bigint): void {
  let rest = value < 0n ? -value : value;
  mixWord(mixer, value < 0n ? 3 : 4);
  while (rest > 0n) {
    mixWord(mixer, Number(rest & LOW));
    rest >>= 32n;
  }
}

export function mixText(mixer: Mixer, text: string): void {
  mixWord(mixer, text.length);
  for (let i = 0; i + 1 < text.length; i += 2)
    mixWord(mixer, text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
  if (text.length % 2 === 1) mixWord(mixer, text.charCodeAt(text.length - 1));
}

export function mixDigest(mixer: Mixer, digest: Digest): void {
  mixWord(mixer, digest.a);
  mixWord(mixer, digest.b);
  mixWord(mixer, digest.c);
  mixWord(mixer, digest.d);
}

/** Adds lane by lane: the sum does not depend on the order. */
export function addDigest(sum: Mixer, digest: Digest): void {
  sum.a = (sum.a + digest.a) | 0;
  sum.b = (sum.b + digest.b) | 0;
  sum.c = (sum.c + digest.c) | 0;
  sum.d = (sum.d + digest.d) | 0;
}

export function finish(mixer: Mixer): Digest {
  return {
    a: avalanche(mixer.a),
    b: avalanche(mixer.b),
    c: avalanche(mixer.c),
    d: avalanche(mixer.d),
  };
}

/** The digest of a text that goes on: `extend(extend(e, "a"), "b")` depends on how it was cut only through its units. */
export function extendDigest(digest: Digest, text: string): Digest {
  const mixer: Mixer = { ...digest };
  for (let i = 0; i < text.length; i++) mixWord(mixer, text.charCodeAt(i));
  return { ...mixer };
}

/** Eight UTF-16 units: a key for a Map or Set. */
export function digestKey(digest: Digest): string {
  const { a, b, c, d } = digest;
  return String.fromCharCode(
    a & 0xffff,
    a >>> 16,
    b & 0xffff,
    b >>> 16,
    c & 0xffff,
    c >>> 16,
    d & 0xffff,
    d >>> 16,
  );
}

function lane(hash: number, word: number, first: number, second: number): number {
  let k = Math.imul(word, first);
  k = (k << 15) | (k >>> 17);
  k = Math.imul(k, second);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0x6b64e654) | 0;
}

function avalanche(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
