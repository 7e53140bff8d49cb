import assert from "node:assert/strict";
import { Failure, sentenceOf } from "../../commandLine/failure.ts";

const because = (code: string, path?: string) => Object.assign(new Error(`${code}: open`), { code, path });

const cases = [
  { name: "is the message of a failure", error: new Failure("no stack"), text: "no stack" },
  {
    name: "says what to do about a full disk",
    error: because("ENOSPC", "/tmp/x"),
    text: "no space left on the disk: free some and run the command again",
  },
  {
    name: "names the file that must not be written",
    error: because("EACCES", "/srv/project/.sandbox"),
    text: "no permission to write /srv/project/.sandbox: change its owner or mode",
  },
  {
    name: "does without the file where the system names none",
    error: because("EPERM"),
    text: "no permission to write a file: change its owner or mode",
  },
  {
    name: "is the message of any other error",
    error: new TypeError("x is not a function"),
    text: "x is not a function",
  },
  { name: "is the text of what is no error", error: "out of patience", text: "out of patience" },
];

describe("the sentence for an error", () => {
  for (const { name, error, text } of cases) {
    it(name, () => {
      assert.equal(sentenceOf(error), text);
    });
  }
});
