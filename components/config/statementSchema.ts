import { z } from "zod";
import { operatorOf, operators, type ValueType } from "../../iam/conditions/operators.ts";
import { DOCUMENT_TEXT, WANT_DOCUMENT_TEXT } from "../documentText.ts";
import { arnPattern, filledListOf, map, oneOf, text } from "../fields.ts";
import { hasPlaceholder, orPlaceholder, placeholderIssue, withSamples } from "../placeholders.ts";
import { isNullKey, wantQuotes } from "./yamlErrors.ts";
import { wantedAction } from "./iamActions.ts";
import { ineffectiveIssues } from "./ineffectiveIssues.ts";
import { didYouMean } from "../../iam/nearest.ts";

const WANT_RESOURCE = `"*" or an ARN, such as arn:aws:s3:::orders/*`;

const OPERATORS = Object.keys(operators);

const action = text("service:Action, such as s3:GetObject").superRefine(async (value, issues) => {
  const wanted = await wantedAction(value);
  if (wanted !== undefined) issues.addIssue({ code: "custom", message: wanted });
});

const RESOURCE = new RegExp(String.raw`^(\*|${arnPattern("[^:]+", "[^]+")})$`);

/** One entry of `resources`, judged as it may look when its placeholders are filled. */
export const resource = text(WANT_RESOURCE)
  .superRefine((value, issues) => {
    const misspelled = placeholderIssue(value);
    if (misspelled) issues.addIssue(misspelled);
    else if (!RESOURCE.test(withSamples(value))) issues.addIssue({ code: "custom", message: WANT_RESOURCE });
    else if (!DOCUMENT_TEXT.test(value)) issues.addIssue({ code: "custom", message: WANT_DOCUMENT_TEXT });
  })
  .meta({ pattern: orPlaceholder(RESOURCE.source) });

const WANT_CONDITION_VALUE = "text, a number, true, false, or a list of these";

const conditionScalar = z.union(
  [z.string().regex(DOCUMENT_TEXT, { error: WANT_DOCUMENT_TEXT }), z.number(), z.boolean()],
  {
    error: WANT_CONDITION_VALUE,
  },
);

const conditionValue = z.union([conditionScalar, z.array(conditionScalar)], { error: WANT_CONDITION_VALUE });

const conditions = z
  .record(
    z.string(),
    z.record(z.string(), conditionValue, {
      error: "a map from condition keys, such as aws:SourceVpc, to values",
    }),
    { error: "a map from operators, such as StringEquals, to condition keys" },
  )
  .superRefine((written, issues) => {
    for (const [operator, keys] of Object.entries(written)) {
      // What is left of Null has an error of its own, and the values below it are right.
      if (isNullKey(operator)) continue;
      for (const issue of unquotedValues(operator, keys)) issues.addIssue(issue);
      for (const issue of misplacedPlaceholders(operator, keys)) issues.addIssue(issue);
      const plain = operator.replace(/^For(AllValues|AnyValue):/, "").replace(/IfExists$/, "");
      if (OPERATORS.includes(plain)) continue;
      issues.addIssue({
        code: "custom",
        path: [operator],
        message: `an operator that IAM knows${didYouMean(operator, OPERATORS)}`,
        params: { shown: operator },
      });
    }
  })
  .meta({
    description:
      "Condition operators, the condition keys below each, and their values. The statement applies always if left out.",
    examples: [{ StringEquals: { "aws:RequestedRegion": "eu-central-1" } }],
    propertyNames: { pattern: `^(ForAllValues:|ForAnyValue:)?(${OPERATORS.join("|")})(IfExists)?$` },
  });

/** Words in braces that stand for nothing, and placeholders in keys, where none is filled. */
function misplacedPlaceholders(operator: string, keys: Readonly<Record<string, unknown>>) {
  return Object.entries(keys).flatMap(([key, values]) => {
    const path = [operator, key];
    const want = "a condition key without placeholders, which only values have";
    const inKey = { code: "custom" as const, path, message: want, params: { shown: key } };
    const inValues = [values]
      .flat()
      .map((value, index) =>
        typeof value === "string"
          ? placeholderIssue(value, Array.isArray(values) ? [...path, index] : path)
          : undefined,
      );
    return [...(hasPlaceholder(key) ? [inKey] : []), ...inValues.filter((issue) => issue !== undefined)];
  });
}

/** Numbers and flags where IAM compares text: YAML has made something else of what was written. */
function unquotedValues(operator: string, keys: Readonly<Record<string, unknown>>) {
  const type = operatorOf(operator)?.type;
  const takes = type === undefined ? ["number", "boolean"] : (typesOfOperators[type] ?? []);
  return Object.entries(keys).flatMap(([key, values]) =>
    [values].flat().flatMap((value, index) => {
      const quotes = takes.includes(typeof value) ? undefined : wantQuotes(value);
      if (quotes === undefined) return [];
      const path = [operator, key, ...(Array.isArray(values) ? [index] : [])];
      return [{ code: "custom" as const, path, message: `text; ${quotes}` }];
    }),
  );
}

/** What may stand without quotes: numbers and flags that IAM compares as such. Seconds since 1970 are a date. */
const typesOfOperators: Partial<Record<ValueType, readonly string[]>> = {
  number: ["number"],
  date: ["number"],
  boolean: ["boolean"],
  presence: ["boolean"],
};

/** A raw IAM statement, for what `access` cannot say. */
export const statement = map({
  sid: text("letters and digits only", /^[A-Za-z0-9]+$/)
    .meta({
      description: "A label for readers of the policy; IAM takes letters and digits. None if left out.",
      examples: ["ReadPrices"],
    })
    .optional(),
  effect: oneOf(["Allow", "Deny"])
    .meta({ description: "Whether the statement grants or takes. Allow if left out.", examples: ["Deny"] })
    .optional(),
  actions: filledListOf(action, "a list of actions, at least one").meta({
    description: "Actions of IAM's catalogue as service:Action; the action may hold the wildcards * and ?.",
    examples: [["pricing:GetProducts"], ["s3:Get*"]],
  }),
  resources: filledListOf(resource, "a list of resources, at least one").meta({
    description: 'ARNs, which may hold the wildcards * and ?, or "*" for actions on no particular resource.',
    examples: [["arn:aws:s3:::orders/*"], ["*"]],
  }),
  conditions: conditions.optional(),
}).superRefine(async (given, issues) => {
  for (const issue of await ineffectiveIssues(given)) issues.addIssue(issue);
});

/** One entry of `statements`. */
export type StatementEntry = z.infer<typeof statement>;
