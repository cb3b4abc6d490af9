// Titles of the what-ifs: what would be different.

export const VARIANTS = {
  dropEarlier: (name: string, line: number) => `\`${name}\` dropped after line ${line}`,
  order: (from: string, to: string, line: number) =>
    `\`${to}\` instead of \`${from}\`, line ${line}`,
  everyOrder: (to: string) => `\`${to}\` everywhere`,
  turns: (count: number, now: number, line: number) =>
    `${count} turns of the loop instead of ${now}, line ${line}`,
} as const;
