import assert from "node:assert/strict";
import type { Call } from "../../../operations/observed/call.ts";
import { chosenLevels } from "../../../operations/observed/chooseLevels.ts";
import { kindsOf } from "../../../operations/observed/kinds.ts";
import { allWords, compiled } from "../../../operations/observed/words.ts";

const target = { account: "111122223333", region: "eu-central-1", partition: "aws" };

const cases: readonly (readonly [name: string, levels: string, actions: string, chosen: string])[] = [
  ["the one with the fewest further rights", "readWrite read", "GetItem", "read"],
  ["one in the place of two that say the same", "read write readWrite", "GetItem PutItem", "readWrite"],
  ["two where none says both", "read write", "GetItem PutItem", "read write"],
  ["none that changes something where only reading was seen", "readWrite", "GetItem", ""],
  ["none by what programs do before they read or write", "read write readWrite", "DescribeTable", ""],
  ["what allows most where none allows all", "read", "GetItem PutItem", "read"],
];

describe("of levels there is chosen", () => {
  for (const [name, levels, actions, chosen] of cases)
    it(name, async () => {
      const all = ["read", "write", "readWrite"].flatMap((level) => allWords().actionsOf("dynamodb", level));
      const options = levels
        .split(" ")
        .map((level) => compiled("dynamodb", { table: "orders" }, level, target));
      const calls = actions.split(" ").map((action): Call & { count: number } => ({
        action: `dynamodb:${action}`,
        resource: "arn:aws:dynamodb:eu-central-1:111122223333:table/orders",
        count: 1,
      }));
      const found = chosenLevels(options, calls, await kindsOf(all));
      assert.equal(found.map(({ level }) => level).join(" "), chosen);
    });
});
