// Icons, drawn for 16 × 16 pixels; they take the colour of the text around them.

const PATHS = {
  toStart: "M3 3h1.6v10H3zM13 3.2v9.6L5.8 8z",
  back: "M11.5 3.2v9.6L4.3 8z",
  play: "M4.2 2.6v10.8L13.2 8z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  step: "M4.5 3.2v9.6L11.7 8z",
  toEnd: "M11.4 3H13v10h-1.6zM3 3.2v9.6L10.2 8z",
  down: "M3.6 5.8 8 10.2l4.4-4.4.9.9L8 12 2.7 6.7z",
  right: "M5.8 3.6 10.2 8l-4.4 4.4.9.9L12 8 6.7 2.7z",
  close: "M8 7.1 11.6 3.5l.9.9L8.9 8l3.6 3.6-.9.9L8 8.9l-3.6 3.6-.9-.9L7.1 8 3.5 4.4l.9-.9z",
  pin: "M9.9 1.8 14.2 6l-.9.9-.9-.2-2.6 2.6.2 2.2-.9.9-2.8-2.8-3.5 3.5-.9-.9 3.5-3.5L2.6 5.9l.9-.9 2.2.2L8.3 2.6l-.2-.9.9-.9z",
  check: "M6.4 11.3 2.9 7.8l.9-.9 2.6 2.6 5.8-5.9.9.9z",
  cross: "M8 7 11.3 3.7l1 1L9 8l3.3 3.3-1 1L8 9l-3.3 3.3-1-1L7 8 3.7 4.7l1-1z",
  warning: "M8 1.8 15 14H1zm-.7 4.6v3.8h1.4V6.4zm0 4.8v1.4h1.4v-1.4z",
  graph:
    "M3.5 2a1.8 1.8 0 0 1 .6 3.5v1.3h7.8V5.5a1.8 1.8 0 1 1 1.2 0V8H8.6v2.5a1.8 1.8 0 1 1-1.2 0V8H2.9V5.5A1.8 1.8 0 0 1 3.5 2z",
  export: "M8.6 1.9 11.8 5l-.9.9-1.7-1.7V10H7.9V4.2L6.2 5.9 5.3 5zM3 8h1.3v5h7.4V8H13v6.3H3z",
  plus: "M7.4 3h1.2v4.4H13v1.2H8.6V13H7.4V8.6H3V7.4h4.4z",
  minus: "M3 7.4h10v1.2H3z",
  fit: "M2 2h4v1.2H3.2V6H2zM10 2h4v4h-1.2V3.2H10zM2 10h1.2v2.8H6V14H2zM12.8 10H14v4h-4v-1.2h2.8z",
  refresh:
    "M8 2.5a5.5 5.5 0 0 1 4.6 2.5V2.7h1.2v4.5H9.3V6h2.5A4.3 4.3 0 1 0 12.3 8.9h1.2A5.5 5.5 0 1 1 8 2.5z",
  keyboard:
    "M1 3.5h14v9H1zm1.2 1.2v6.6h11.6V4.7zM3.4 6h1.2v1.2H3.4zm2.5 0h1.2v1.2H5.9zm2.5 0h1.2v1.2H8.4zm2.5 0h1.2v1.2h-1.2zM4.6 8.8h6.8V10H4.6z",
  undo: "M6.3 2.9v2.6h3.2a3.9 3.9 0 1 1 0 7.8H5v-1.2h4.5a2.7 2.7 0 1 0 0-5.4H6.3v2.6L2.5 6.1z",
  lock: "M5 7V5a3 3 0 0 1 6 0v2h1v6.5H4V7zm1.2 0h3.6V5a1.8 1.8 0 0 0-3.6 0z",
  wrench:
    "M10.8 1.8a3.7 3.7 0 0 0-3.5 4.9L1.9 12.1a1.4 1.4 0 0 0 2 2l5.4-5.4a3.7 3.7 0 0 0 4.7-4.8l-2.2 2.2-1.8-.2-.2-1.8 2.2-2.2a3.7 3.7 0 0 0-1.2-.1z",
  dice: "M2.5 2.5h11v11h-11zm1.2 1.2v8.6h8.6V3.7zM5 5h1.6v1.6H5zm2.2 2.2h1.6v1.6H7.2zm2.2 2.2H11V11H9.4z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="ls-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
