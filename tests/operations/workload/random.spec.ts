import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { copyWorkload } from "../../../operations/workload/copyWorkload.ts";
import { renameWords } from "../../../operations/workload/renameWords.ts";
import { insertWorkload } from "../../../operations/workload/insertWorkload.ts";
import { promoteText } from "../../../operations/workload/promote/promoteText.ts";
import { stackText } from "../../../operations/stackFile/stackText.ts";
import { copiedFields, drawStack } from "./randomStackFile.ts";

const WORKLOADS = "instance-profiles:workloads";
const rights = ["description", "access", "statements", "managedPolicies"];

interface StackData {
  readonly config: Readonly<Record<string, unknown>>;
}
type Workloads = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const read = (text: string) => parse(text) as StackData;
const workloadsOf = (text: string) => read(text).config[WORKLOADS] as Workloads;

/** What a text says with one workload more, or another in its place. */
function withWorkload(text: string, name: string, workload: unknown): StackData {
  const { config, ...rest } = read(text);
  return { ...rest, config: { ...config, [WORKLOADS]: { ...workloadsOf(text), [name]: workload } } };
}

/** Whether a text is another with lines put in at one place. */
function isOneInsertion(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  return after.endsWith(before.slice(start));
}

const settings = { numRuns: 400, includeErrorInReport: true };

describe("workloads of random stack files", () => {
  it("are copied under another name, and no other byte changes", () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const others = draw(fc.shuffledSubarray<string>, ["web", "batch"]);
        const names = draw(fc.boolean) ? [...others, "orders-api"] : ["orders-api", ...others];
        const newName = draw(fc.constantFrom, "mailer", "invoice-mailer") as string;
        const { text, environment, workloads } = drawStack(draw, "dev", names);
        const stack = stackText("dev", text);
        const { block, data } = copyWorkload(
          stack,
          "orders-api",
          (text) => renameWords(text, "orders-api", newName),
          newName,
        );
        const after = insertWorkload(stack, newName, block, data);
        const fields = (workloads.get("orders-api")?.fields ?? []).filter(({ key }) => key !== "attachTo");
        const copied: unknown = parse(
          copiedFields(fields, [environment, "orders-api"], [environment, newName]),
        );
        assert.deepEqual(read(after), withWorkload(text, newName, copied ?? {}));
        assert.ok(isOneInsertion(text, after), after);
      }),
      settings,
    );
  });

  it("are taken over from another stack, and no byte outside of them changes", () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const other = draw(fc.constantFrom, "prod", "pre-prod") as string;
        const source = drawStack(draw, "dev", ["web", "orders-api"]);
        const has = draw(fc.boolean);
        const target = drawStack(draw, other, has ? ["api", "orders-api", "web"] : ["api"]);
        const { text } = promoteText(
          stackText("dev", source.text),
          stackText("prod", target.text),
          "orders-api",
        );
        const fields = (source.workloads.get("orders-api")?.fields ?? []).filter(({ key }) =>
          has ? rights.includes(key) : key !== "attachTo",
        );
        const copied = parse(copiedFields(fields, ["dev", "orders-api"], [other, "orders-api"])) as object;
        const before = Object.entries(workloadsOf(target.text)["orders-api"] ?? {});
        const kept = Object.fromEntries(before.filter(([key]) => !rights.includes(key)));
        assert.deepEqual(read(text), withWorkload(target.text, "orders-api", { ...kept, ...copied }));
        const place = target.workloads.get("orders-api");
        if (place === undefined) assert.ok(isOneInsertion(target.text, text), text);
        else {
          assert.ok(text.startsWith(place.above), text);
          assert.ok(text.endsWith(place.below), text);
        }
      }),
      settings,
    );
  });
});
