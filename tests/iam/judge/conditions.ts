import { type Context, matchesArn, matchesText } from "./patterns.ts";

/** Operator → key → values, as documents write them. */
export type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Whether a value of the request and one of the policy are a match for an operator without its `Not`. */
type Comparison = (wanted: string, given: string, context: Context) => boolean;

const numbers =
  (compare: (given: number, wanted: number) => boolean): Comparison =>
  (wanted, given) =>
    compare(Number(given), Number(wanted));
const dates =
  (compare: (given: number, wanted: number) => boolean): Comparison =>
  (wanted, given) =>
    compare(Date.parse(given), Date.parse(wanted));

const address = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

const inRange: Comparison = (wanted, given) => {
  const [network = "", bits = "32"] = wanted.split("/");
  const size = 2 ** (32 - Number(bits));
  return Math.floor(address(given) / size) === Math.floor(address(network) / size);
};

/** Wildcards as the characters that they are. */
const withoutWildcards = (text: string) =>
  text.replace(/\$\{[^}]*\}|[*?]/g, (token) => (token.length > 1 ? token : `\${${token}}`));

/**
 * The operators, each without `Not`, prefix and suffix.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const comparisons: Readonly<Record<string, Comparison>> = {
  // Variables are replaced in all kinds of text, wildcards stand for something in one of them.
  stringequals: (wanted, given, context) => matchesText(withoutWildcards(wanted), given, context),
  stringequalsignorecase: (wanted, given, context) =>
    matchesText(
      withoutWildcards(wanted).toLowerCase(),
      given.toLowerCase(),
      new Map([...context].map(([key, values]) => [key, values.map((value) => value.toLowerCase())])),
    ),
  stringlike: matchesText,
  arnequals: matchesArn,
  arnlike: matchesArn,
  bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  numericequals: numbers((given, wanted) => given === wanted),
  numericlessthan: numbers((given, wanted) => given < wanted),
  numericlessthanequals: numbers((given, wanted) => given <= wanted),
  numericgreaterthan: numbers((given, wanted) => given > wanted),
  numericgreaterthanequals: numbers((given, wanted) => given >= wanted),
  dateequals: dates((given, wanted) => given === wanted),
  datelessthan: dates((given, wanted) => given < wanted),
  datelessthanequals: dates((given, wanted) => given <= wanted),
  dategreaterthan: dates((given, wanted) => given > wanted),
  dategreaterthanequals: dates((given, wanted) => given >= wanted),
  ipaddress: inRange,
};

/** Whether all tests of a Condition hold. */
export function isMet(condition: Condition, context: Context): boolean {
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator.toLowerCase(), key, wanted, context)),
  );
}

/**
 * One test. Values of the policy are alternatives, of which a negated operator allows none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function holds(operator: string, key: string, wanted: readonly string[], context: Context): boolean {
  const given = context.get(key.toLowerCase());
  if (operator === "null") return wanted.some((value) => (value === "true") === (given === undefined));
  const [, prefix, name = "", suffix] =
    /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(operator) ?? [];
  const plain = name.replace(/^(string|numeric|date|arn)not/, "$1").replace("notipaddress", "ipaddress");
  const negated = plain !== name;
  const compare = comparisons[plain];
  if (compare === undefined) throw new Error(`no such operator: ${operator}`);
  const meets = (value: string) => wanted.some((one) => compare(one, value, context)) !== negated;
  // All of no values match, and none of them does.
  if (prefix === "forallvalues") return (given ?? []).every(meets);
  if (prefix === "foranyvalue") return (given ?? []).some(meets);
  return given === undefined ? negated || suffix !== undefined : given.every(meets);
}
