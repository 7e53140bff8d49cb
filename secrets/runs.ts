/**
 * Runs of at least `min` characters of a class. Node needs memory for every character that `{min,}` has matched, and
 * throws where a run is long; it needs none for a star.
 */
export function runsOf(characterClass: string, min: number): RegExp {
  return new RegExp(`${characterClass.repeat(min)}${characterClass}*`, "g");
}
