/**
 * What Go's YAML reads a plain scalar as, by the order in which it tries: a few words, a date, an integer in any base, a float, a
 * text. It is neither YAML 1.1 nor 1.2: `010` is eight, `1_000` a thousand, `2027-03-31` a date, and `yes` a text.
 *
 * Integers are bigints, since a text is made of them at the top of a configuration and no digit may be lost.
 *
 * @see https://github.com/go-yaml/yaml/blob/v3.0.1/resolve.go
 */
export type GoScalar =
  | { readonly is: "text" | "date"; readonly value: string }
  | { readonly is: "integer"; readonly value: bigint }
  | { readonly is: "float"; readonly value: number }
  | { readonly is: "boolean"; readonly value: boolean }
  | { readonly is: "null"; readonly value: null };

const words = new Map<string, GoScalar>([
  ...["true", "True", "TRUE"].map((word) => [word, { is: "boolean", value: true }] as const),
  ...["false", "False", "FALSE"].map((word) => [word, { is: "boolean", value: false }] as const),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, { is: "null", value: null }] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, { is: "float", value: NaN }] as const),
  ...[".inf", ".Inf", ".INF"].flatMap((word) => [
    [word, { is: "float", value: Infinity }] as const,
    [`+${word}`, { is: "float", value: Infinity }] as const,
    [`-${word}`, { is: "float", value: -Infinity }] as const,
  ]),
]);

/** Reads a scalar that is written without quotes and without a tag. */
export function goScalar(source: string): GoScalar {
  return (
    words.get(source) ??
    goDate(source) ??
    goInteger(source) ??
    goFloat(source) ?? { is: "text", value: source }
  );
}

/** Of eight bytes, where a sign takes one bit; what is larger may still be a float. */
function goInteger(source: string): GoScalar | undefined {
  if (!/^[-+\d]/.test(source)) return undefined;
  const [, sign, prefix, digits = ""] =
    /^([-+]?)(0[xX]|0[oO]|0[bB]|0(?=\d))?([\da-fA-F]+)$/.exec(source.replaceAll("_", "")) ?? [];
  const base = prefix === "0" ? "o" : prefix?.at(-1)?.toLowerCase();
  const allowed = { b: /^[01]+$/, o: /^[0-7]+$/, x: /^[\da-f]+$/i }[base ?? ""] ?? /^\d+$/;
  if (!allowed.test(digits)) return undefined;
  const size = BigInt(base === undefined ? digits : `0${base}${digits}`);
  const value = sign === "-" ? -size : size;
  const largest = sign === "" ? 2n ** 64n : 2n ** 63n;
  return value >= -(2n ** 63n) && value < largest ? { is: "integer", value } : undefined;
}

/** Behind a dot in front Go lets an underscore stand between digits only, and elsewhere anywhere. */
function goFloat(source: string): GoScalar | undefined {
  if (!/^[-+\d]|^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/.test(source)) return undefined;
  const plain = source.replaceAll("_", "");
  if (!/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? { is: "float", value } : undefined;
}

/** The text that Pulumi makes of a date: `2027-03-31 00:00:00 +0000 UTC`. https://github.com/pulumi/pulumi/issues/8776 */
function goDate(source: string): GoScalar | undefined {
  const { day, time = "0:0:0", fraction = "", zone = "Z" } = datePattern.exec(source)?.groups ?? {};
  if (day === undefined) return undefined;
  const [year = "", month = "", date = ""] = day.split("-");
  const parts = [month, date, ...time.split(":")].map(Number);
  if (!isMoment(Number(year), parts)) return undefined;
  const [shownMonth, shownDate, ...clock] = parts.map((part) => String(part).padStart(2, "0"));
  const digits = fraction.slice(1, 10).replace(/0+$/, "");
  const isUtc = zone === "Z" || zone.endsWith("00:00");
  const offset = isUtc ? "+0000" : zone.replace(":", "");
  // A zone that is no offset has a name, and that of any other is the offset once more.
  const name = isUtc ? "UTC" : offset;
  const value = `${year}-${shownMonth}-${shownDate} ${clock.join(":")}${digits && `.${digits}`} ${offset} ${name}`;
  return { is: "date", value };
}

const datePattern =
  /^(?<day>\d{4}-\d{1,2}-\d{1,2})(?:[Tt](?<time>\d{1,2}:\d{1,2}:\d{1,2})(?<fraction>[.,]\d+)?(?<zone>Z|[-+]\d\d:\d\d)| (?<time>\d{1,2}:\d{1,2}:\d{1,2})(?<fraction>[.,]\d+)?)?$/;

function isMoment(year: number, [month = 0, date = 0, hour = 0, minute = 0, second = 0]: number[]): boolean {
  const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  const days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= days && hour < 24 && minute < 60 && second < 60;
}
