// Text in which `…` is code, as rustc writes its messages.

export function InlineCode({ text }: { readonly text: string }) {
  return (
    <span>
      {text
        .split("`")
        .map((part, at) =>
          at % 2 === 1 ? <code key={at}>{part}</code> : <span key={at}>{part}</span>,
        )}
    </span>
  );
}
