/** Seconds since a moment, with one decimal, as results hold and show them. */
export const secondsSince = (started: number): number => Math.round((Date.now() - started) / 100) / 10;

/** Seconds that pass while somebody looks on: always with their decimal, so that a line keeps its length. */
export const shownSeconds = (seconds: number): string => `${seconds.toFixed(1)} s`;
