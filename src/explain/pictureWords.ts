// Words under the pictures of hovers, for those who do not see them.

export const RELEASED = {
  range: "Lines {first} to {last}: {name} is held",
} as const;
