import assert from "node:assert/strict";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import { ACCESS_SERVICES, everyGrantOf, serviceFacts } from "../../../components/access/index.ts";
import { expectedAllowed, expectedDenied } from "../../../operations/probes/expectations.ts";
import type { Question } from "../../../operations/probes/questions.ts";
import { isAllowed, type JudgedDocument, type JudgedStatement } from "../../iam/judge/evaluate.ts";
import { checkedStack, stackOf, target } from "../stackFixture.ts";

/** What AWS knows of whoever asks with the credentials of an instance, for the variables of policies. */
const caller = { "aws:userid": "AROAEXAMPLE:i-0123456789abcdef0", "ec2:instanceid": "i-0123456789abcdef0" };

const withCaller = (value: string) =>
  Object.entries(caller).reduce(
    (text, [key, own]) => text.replace(new RegExp(`\\$\\{${key}\\}`, "gi"), own),
    value,
  );

/** Whether the policies of a role allow what a question asks for. The judge is written from AWS's pages alone. */
function isGiven(documents: readonly JudgedDocument[], { action, resource, context }: Question): boolean {
  const known = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(caller)) known.set(key, [value]);
  for (const [key, values] of Object.entries(context)) known.set(key.toLowerCase(), values.map(withCaller));
  const request = { action, resource, context: known };
  return documents.some((document) => isAllowed(document, request));
}

const list = <Value>(value: Value | readonly Value[]) => [value].flat() as readonly Value[];

/** A document in the form of the judge, which takes no single texts. */
function judged(document: string): JudgedDocument {
  const { Version, Statement } = JSON.parse(document) as {
    readonly Version: "2012-10-17";
    readonly Statement: readonly (JudgedStatement & { readonly Action: string | readonly string[] })[];
  };
  const conditions = (condition: JudgedStatement["Condition"] = {}) =>
    Object.fromEntries(
      Object.entries(condition).map(([operator, keys]) => [
        operator,
        Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, list<string>(values)])),
      ]),
    );
  return {
    Version,
    Statement: Statement.map(({ Effect, Action, Resource = [], Condition }) => ({
      ...{ Effect, Action: list(Action), Resource: list(Resource), Condition: conditions(Condition) },
    })),
  };
}

const line = ({ action, resource }: Question) => `${action} ${resource}`;

for (const service of ACCESS_SERVICES) {
  const { neighbouringActions } = serviceFacts[service];

  describe(`the words of ${service}, simulated`, () => {
    for (const entry of everyGrantOf(service).filter((grant) => accessEntry.safeParse(grant).success)) {
      it(`allow what is declared and nothing beside it: ${JSON.stringify(entry)}`, async () => {
        const { workloads } = await checkedStack({ values: stackOf({ workload: { access: [entry] } }) });
        const [workload] = workloads;
        assert.ok(workload);
        const documents = workload.policyDocuments.map(judged);
        const inside = await expectedAllowed(workload, {}, target);
        // Each neighbouring action on all that the word is about, whatever the code under test takes for denied.
        const neighbours = inside.flatMap((question) =>
          neighbouringActions.map((action): Question => ({ ...question, action })),
        );
        const beside = [...(await expectedDenied(workload, {}, target)), ...neighbours];
        assert.ok(inside.length > 0);
        assert.deepEqual(
          {
            refused: inside.filter((question) => !isGiven(documents, question)).map(line),
            given: beside.filter((question) => isGiven(documents, question)).map(line),
          },
          { refused: [], given: [] },
        );
      });
    }
  });
}
