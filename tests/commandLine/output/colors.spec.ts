import assert from "node:assert/strict";
import { wantsColors } from "../../../commandLine/output/colors.ts";

const cases = [
  { name: "a terminal", isTTY: true, environment: {}, wanted: true },
  { name: "a file or a pipe", isTTY: undefined, environment: {}, wanted: false },
  { name: "a log of continuous integration", isTTY: undefined, environment: { CI: "true" }, wanted: false },
  { name: "a terminal with NO_COLOR", isTTY: true, environment: { NO_COLOR: "1" }, wanted: false },
  { name: "a terminal with an empty NO_COLOR", isTTY: true, environment: { NO_COLOR: "" }, wanted: true },
  { name: "a pipe with FORCE_COLOR", isTTY: undefined, environment: { FORCE_COLOR: "1" }, wanted: true },
  { name: "a terminal with FORCE_COLOR=0", isTTY: true, environment: { FORCE_COLOR: "0" }, wanted: false },
  {
    name: "a pipe with both NO_COLOR and FORCE_COLOR",
    isTTY: undefined,
    environment: { NO_COLOR: "1", FORCE_COLOR: "1" },
    wanted: false,
  },
  { name: "a terminal that knows no colors", isTTY: true, environment: { TERM: "dumb" }, wanted: false },
];

describe("colors", () => {
  for (const { name, isTTY, environment, wanted } of cases)
    it(`are ${wanted ? "" : "not "}written to ${name}`, () => {
      assert.equal(wantsColors(isTTY === undefined ? {} : { isTTY }, environment), wanted);
    });
});
