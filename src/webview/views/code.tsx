// A line of the user's program, in colours. Text stays text.

import { highlight } from "./highlight.ts";

export function Code({ line }: { readonly line: string }) {
  return (
    <>
      {highlight(line).map((token, at) =>
        token.style === "plain" ? (
          token.text
        ) : (
          <span key={at} class={`ls-token--${token.style}`}>
            {token.text}
          </span>
        ),
      )}
    </>
  );
}
