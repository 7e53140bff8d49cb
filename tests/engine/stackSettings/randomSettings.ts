import fc from "fast-check";

/** Scalars as they are written, of which readers of YAML make different things. */
const scalars = [
  "010 08 -010 +12 0x1F 0X1f 0o17 0b101 1_000 _1 1__0 1e3 1E+21 1e-7 1e400 .5 .5_0 -.5 1. 1.50 -0 -0.0 0x 0b",
  "012345678901 020222070707 18446744073709551615 18446744073709551616 -9223372036854775808 9007199254740993",
  "1:30 190:20:30 yes No on OFF y True FALSE tRue ~ null Null NULL nul Nan 2027-03-31 2027-3-1 2027-02-30",
  "2027-03-31T10:00:00Z 2027-03-31t1:2:3.50+02:00 2027-03-31T10:00:00-00:00 2027-03-31T25:00:00Z 20270331",
  "eu-central-1 arn:aws:s3:::a/* a:b a#b =x <x .x -x x- 0.0.0.0/0 0000_0 0_8 1e 1.2.3 3.10 0777",
]
  .join(" ")
  .split(" ");

const quoted = [
  "''",
  '""',
  "'010'",
  '"~"',
  '"a\\n b\\t\\u00e9"',
  "'it''s'",
  "2027-03-31 10:00:00",
  "a b  c",
  '"<<"',
  "!!str 010",
];

const blocks = ["|\n  one\n   two\n\n  three\n", ">-\n  folded\n  text\n\n  more\n", "|+\n  kept\n\n"];

const texts = ["a", "b", "c-d", '"x y"', '"010"', "<<x", "y", "aws:PrincipalTag/x", "secure"];

/** Keys that are no texts; maps that hold such a key themselves are not merged. */
const keys = [...texts, "1", "010", "Null", "true", "2027-03-31"];

/** Texts of stack files that Pulumi can read, by a seed. */
export function randomSettings(seed: number, count: number): string[] {
  return fc.sample(fc.gen().map(settings), { seed, numRuns: count });
}

function settings(draw: fc.GeneratorValue): string {
  const chance = (percent: number) => draw(fc.nat, { max: 99 }) < percent;
  const oneOf = <T>(...values: readonly T[]): T => draw(fc.constantFrom, ...values) as T;
  const [maps, all]: [string[], string[]] = [[], []];

  function scalar(): string {
    return chance(70) ? oneOf(...scalars) : oneOf(...quoted);
  }

  /** A value on one line. */
  function flow(depth: number): string {
    if (all.length > 0 && chance(15)) return `*${oneOf(...all)}`;
    if (depth > 0 && chance(8)) return `{secure: ${oneOf("v1:abc", "'010'")}}`;
    if (depth === 0 || chance(50)) return scalar();
    return chance(50) ? list(depth) : map(depth);
  }

  function list(depth: number): string {
    const items = Array.from({ length: draw(fc.nat, { max: 3 }) }, () => flow(depth - 1));
    return `[${items.join(" , ")}]`;
  }

  function map(depth: number, own: readonly string[] = keys): string {
    const chosen = new Set(Array.from({ length: draw(fc.nat, { max: 4 }) }, () => oneOf(...own)));
    // Go compares keys as they are written, and so refuses 010 beside "010".
    if (chosen.has('"010"')) chosen.delete("010");
    const entries = [...chosen].map((key) => `${key} : ${flow(depth - 1)}`);
    if (maps.length > 0 && chance(35)) {
      const merged = chance(60) ? `*${oneOf(...maps)}` : `[*${oneOf(...maps)} , {m: ${scalar()}}]`;
      entries.splice(draw(fc.nat, { max: entries.length }), 0, `<< : ${merged}`);
    }
    return `{${entries.join(" , ")}}`;
  }

  const lines: string[] = [];
  for (let index = 0; index < 6; index++) {
    const isMap = chance(60);
    lines.push(`x${index}: &n${index} ${isMap ? map(2, texts) : chance(50) ? list(2) : scalar()}`);
    all.push(`n${index}`);
    if (isMap) maps.push(`n${index}`);
  }
  lines.push("config:");
  if (chance(20)) lines.push("  <<: {merged: [010], aws:region: eu-west-1}");
  for (let index = 0; index < 40; index++) {
    const key = oneOf(`k${index}`, `shop:k${index}`, `aws:k${index}`, `aws:config:k${index}`, `"k${index}"`);
    const value = chance(10)
      ? oneOf(...blocks).replace(/\n(?=.)/g, "\n  ")
      : ` ${flow(3)}${oneOf("", "", " # said")}`;
    lines.push(`  ${key}: ${value}`);
  }
  return `${lines.join("\n")}\n`;
}
