// Types as text that can be compared: rustc's MIR prints paths and lifetimes that a hover of ours does not.
//
// Left out on both sides: lifetimes (rustc has erased them), all of a path but its last segment, the file of a closure,
// the parentheses of `&(dyn A)`, spaces.

const CLOSURE =
  /\{(closure|async closure|async block|async closure body|coroutine)@[^{}]*?:(\d+):(\d+)(?:: \d+:\d+)?\}/g;

export function plainType(text: string): string {
  let out = text
    .replace(/\{(closure|async block)@\/rustc\/[^{}]*\}/g, "{$1}")
    .replace(CLOSURE, "{$1@$2:$3}")
    .replace(/\bfor<[^<>]*> ?/g, "")
    .replace(/<impl at [^<>]*>::/g, "")
    .replace(/\b\w+<[^<>]*>::(?=[A-Za-z_])/g, "")
    .replace(/ ?\+ ?'(?!.')\w+/g, "")
    .replace(/'(?!.')\w+ \+ /g, "")
    .replace(/&'(?!.')\w+ /g, "&")
    .replace(/<('\w+(, )?)+>/g, "")
    .replace(/'(?!.')\w+, /g, "")
    .replace(/(?:\b[A-Za-z_]\w*::)+(?=[A-Za-z_])/g, "");
  out = withoutParentheses(out).replace(
    /\{([^{}@]*)\}/g,
    (_, item: string) => `{${lastName(item)}}`,
  );
  return withSortedBounds(out).replace(/ /g, "");
}

/** `&(dyn A + B)` is `&dyn A + B`: what stands in parentheses alone and is no tuple. */
function withoutParentheses(text: string): string {
  for (let at = text.indexOf("(dyn "); at >= 0; at = text.indexOf("(dyn ", at + 1)) {
    if (/[\w(]$/.test(text.slice(0, at)) && !/\b(mut|const)$/.test(text.slice(0, at).trimEnd()))
      continue;
    const end = closing(text, at);
    if (end < 0 || hasComma(text.slice(at + 1, end))) continue;
    text = text.slice(0, at) + text.slice(at + 1, end) + text.slice(end + 1);
  }
  return text;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if ("(<[".includes(text[at] ?? "")) depth++;
    else if (")]".includes(text[at] ?? "") || (text[at] === ">" && text[at - 1] !== "-")) depth--;
    if (depth === 0) return at;
  }
  return -1;
}

function hasComma(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ("(<[".includes(text[at] ?? "")) depth++;
    else if (")]".includes(text[at] ?? "") || (text[at] === ">" && text[at - 1] !== "-")) depth--;
    else if (text[at] === "," && depth === 0) return true;
  }
  return false;
}

/** `fn() {module::Type::<T>::name::<U>}` names a function item. */
function lastName(item: string): string {
  return item.replace(/::<.*>$/, "").replace(/^.*::/, "");
}

/** Auto traits stand in any order. */
function withSortedBounds(text: string): string {
  return text.replace(/(?: \+ (?:Send|Sync|Unpin|UnwindSafe|RefUnwindSafe)\b){2,}/g, (autos) =>
    autos.split(" + ").sort().join(" + "),
  );
}
