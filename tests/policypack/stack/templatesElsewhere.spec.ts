import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { templatesKeptElsewhere } from "../../../policypack/stack/templatesElsewhere.ts";

const sdk = path.resolve(import.meta.dirname, "../../../node_modules/@pulumi/aws");

/** Their templates hold rules of AWS Config, and no identity. */
const ofConfig = [
  "aws:cfg/conformancePack:ConformancePack",
  "aws:cfg/organizationConformancePack:OrganizationConformancePack",
];

/** The types of Pulumi's AWS provider with an input of one of these names. */
function typesWith(input: RegExp): string[] {
  const types: string[] = [];
  for (const entry of readdirSync(sdk, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === "types") continue;
    for (const file of readdirSync(path.join(sdk, entry.name))) {
      if (!file.endsWith(".d.ts") || file.startsWith("get")) continue;
      const text = readFileSync(path.join(sdk, entry.name, file), "utf8");
      const [, className = "", inputs = ""] = /^export interface (\w+)Args \{([\s\S]*?)^\}/m.exec(text) ?? [];
      const named = inputs.match(/^ {4}\w+(?=\??: )/gm) ?? [];
      const module = `${entry.name}/${file.replace(".d.ts", "")}`;
      if (named.some((name) => input.test(name.trim()))) types.push(`aws:${module}:${className}`);
    }
  }
  return types.sort();
}

describe("templates that are kept elsewhere", () => {
  it("are told of every type of Pulumi's AWS provider that names one", () => {
    const named = typesWith(/^template(?:Url|S3Uri|PhysicalId)$/);
    const inputs = { templateUrl: "https://a/b", templateS3Uri: "s3://a/b", templatePhysicalId: "a" };
    const told = named.filter((type) => templatesKeptElsewhere({ type, inputs }).length > 0);
    assert.deepStrictEqual([...told, ...ofConfig].sort(), named);
    assert.ok(told.length > 0);
  });
});
