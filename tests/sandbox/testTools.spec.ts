import assert from "node:assert/strict";
import { needsTools } from "../../sandbox/testTools.ts";

describe("the tools of a test run", () => {
  for (const { name, specs, needed } of [
    { name: "are brought for all specs", specs: [], needed: true },
    { name: "are brought for one of the engine", specs: ["tests/engine/fleet.spec.ts"], needed: true },
    {
      name: "are brought for some of the engine",
      specs: ["-g", "up", "./tests/engine/*.spec.ts"],
      needed: true,
    },
    { name: "are not waited for by others", specs: ["tests/components/**/*.spec.ts"], needed: false },
  ])
    it(name, () => {
      assert.equal(needsTools(specs), needed);
    });
});
