/** A call of AWS's SDK, in the words of its API: `["kinesis", "PutRecord", { StreamName: "orders", … }]`. */
export type Call = readonly [
  client: string,
  operation: string,
  parameters?: Readonly<Record<string, unknown>>,
];

/** One word of `access`, such as `kinesis:read`, with a grant of it and calls about what the grant names. */
export interface WordCalls {
  readonly word: string;
  /** The grant without its level. */
  readonly grant: Readonly<Record<string, string>>;
  /** What the word allows. */
  readonly allowed: Call;
  /** What it does not, though it is close. */
  readonly denied: Call;
}

/** What a table says of one level. */
type Level = readonly [allowed: Call, denied: Call];

/** The calls of the levels of one service, each about the resources of the same grant. */
export function wordsOf(
  service: string,
  grant: Readonly<Record<string, string>>,
  levels: Readonly<Record<string, Level>>,
): WordCalls[] {
  return Object.entries(levels).map(([level, [allowed, denied]]) => ({
    ...{ word: `${service}:${level}`, grant, allowed, denied },
  }));
}

/** Another name of the same form: `orders` has `order9`. */
const otherThan = (name: string) => `${name.slice(0, -1)}${name.endsWith("9") ? "8" : "9"}`;

/**
 * The same calls about other resources, which a word has to deny: for each that the grant names and the call does, one
 * call in which it has another name.
 */
export function besideOf({ grant, allowed: [client, operation, parameters = {}] }: WordCalls): Call[] {
  const said = JSON.stringify(parameters);
  return Object.values(grant).flatMap((name): Call[] =>
    said.includes(name)
      ? [[client, operation, JSON.parse(said.replaceAll(name, otherThan(name))) as Record<string, unknown>]]
      : [],
  );
}
