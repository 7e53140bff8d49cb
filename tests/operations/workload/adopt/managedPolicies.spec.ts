import assert from "node:assert/strict";
import { diffDocuments } from "../../../../iam/diff/index.ts";
import { adopt } from "../../../../operations/workload/adopt/adopt.ts";
import { stackText } from "../../../../operations/stackFile/stackText.ts";
import { declaredIn } from "../../../../operations/stackFile/declaredStacks.ts";
import { managedPolicies } from "../../../../testing/managedPolicies.ts";
import { handMade, target } from "./observedRole.ts";

const project = "instance-profiles";

const source = stackText(
  "dev",
  `config:
  aws:region: ${target.region}
  instance-profiles:environment: dev
  instance-profiles:workloads:
    left-alone: {}
`,
);

/** What keeps a document from being written as statements. */
const reasons =
  /Statement\[\d+\] has Not(?:Action|Resource)|: got .* want |needs \d+ characters|at most 10 policies/;

/** What became of a role with one inline policy. */
async function adoptedDocument(text: string): Promise<"the same" | "less what gives nothing" | Error> {
  const role = handMade([{ kind: "inline", name: "own", document: text }]);
  try {
    const adopted = await adopt([role], { source, project, target });
    const { workloads } = await declaredIn({ ...source, text: adopted.text }, project, target);
    const idle = adopted.adoptions.flatMap(({ leftOut }) => leftOut.map(({ statement }) => statement));
    const after = [...(workloads.find(({ name }) => name === "mailer")?.statements ?? []), ...idle];
    const [there, back] = [await diffDocuments(text, after), await diffDocuments(after, text)];
    assert.deepEqual([there.changes, back.changes, there.widens, back.widens], [[], [], false, false], text);
    return idle.length > 0 ? "less what gives nothing" : "the same";
  } catch (error) {
    if (error instanceof assert.AssertionError || !(error instanceof Error)) throw error;
    return error;
  }
}

describe("a role with a policy that AWS wrote", () => {
  it("is adopted with the same rights, or with a reason, of every twentieth of these policies", async () => {
    const all = [...(await managedPolicies())].filter((_, index) => index % 20 === 0);
    const results = new Map<string, string>();
    for (const [name, document] of all) {
      const result = await adoptedDocument(JSON.stringify(document));
      if (result instanceof Error) assert.match(result.message, reasons, name);
      results.set(name, result instanceof Error ? "refused" : result);
    }
    const count = (wanted: string) => [...results.values()].filter((result) => result === wanted).length;
    assert.ok(count("the same") > all.length * 0.8, JSON.stringify([...results]));
  });
});
