/** Rust editions, by year. */
export type Edition = 2015 | 2018 | 2021 | 2024;

export const EDITIONS: readonly Edition[] = [2015, 2018, 2021, 2024];

export function isEdition(year: number): year is Edition {
  return EDITIONS.some((edition) => edition === year);
}

export const DEFAULT_EDITION: Edition = 2021;
