// The few words that exported pictures and texts add to the sentences.

export const EXPORT_WORDS = {
  output: "Output",
  schedule: "Schedule as a string",
} as const;
