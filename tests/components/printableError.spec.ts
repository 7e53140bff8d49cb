import assert from "node:assert/strict";
import { inspect } from "node:util";
import { makePrintable } from "../../components/printableError.js";

/** An error with the given frames, as the SDK's source maps make them. */
function withFrames(frames: readonly string[], options?: ErrorOptions): Error {
  const error = new Error("a mistake", options);
  error.stack = ["Error: a mistake", ...frames.map((frame) => `    at ${frame}`)].join("\n");
  return error;
}

const own = "program (/project/index.ts:12:3)";
const inPackage = "map (/project/node_modules/@pulumi/pulumi/output.js:1:1)";
const cases: readonly {
  readonly name: string;
  readonly frames: readonly string[];
  readonly kept: readonly string[];
}[] = [
  {
    name: "keeps the frames of the program and of packages",
    frames: [own, inPackage],
    kept: [own, inPackage],
  },
  {
    name: "drops a file that stands beside the packages of a scope",
    frames: [own, "Stack (/project/node_modules/@pulumi/resource.ts:1687:22)", inPackage],
    kept: [own, inPackage],
  },
  {
    name: "drops one without a function, and one of Windows",
    frames: [
      "/project/node_modules/@pulumi/resource.ts:1:2",
      String.raw`a (C:\p\node_modules\@pulumi\log.ts:1:2)`,
    ],
    kept: [],
  },
  {
    name: "drops a file beside the packages without a scope, but not one in a package",
    frames: ["a (/project/node_modules/log.ts:1:2)", "b (/project/node_modules/zod/index.js:1:2)"],
    kept: ["b (/project/node_modules/zod/index.js:1:2)"],
  },
];

describe("an error that Pulumi prints", () => {
  for (const { name, frames, kept } of cases)
    it(name, () => {
      const error = withFrames(frames);
      makePrintable(error);
      assert.equal(error.stack, withFrames(kept).stack);
      // On Node 22 this comes to no end with a frame that should be gone.
      assert.ok(inspect(error, { colors: true }).includes("a mistake"));
    });

  it("is looked at with its causes and the errors that it holds, also in a circle", () => {
    const broken = "Stack (/project/node_modules/@pulumi/resource.ts:1:2)";
    const cause = withFrames([broken]);
    const inner = withFrames([broken], { cause });
    const all = new AggregateError([inner], "several mistakes", { cause });
    cause.cause = all;
    makePrintable(all);
    assert.deepEqual([cause.stack, inner.stack], [withFrames([]).stack, withFrames([]).stack]);
  });

  for (const [name, thrown] of [
    ["nothing", undefined],
    ["null", null],
    ["a text", "text"],
    ["an object with a stack", { stack: "no error" }],
  ] as const)
    it(`may be ${name}, which is no error`, () => {
      assert.doesNotThrow(() => {
        makePrintable(thrown);
      });
    });
});
