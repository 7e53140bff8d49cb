import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PolicyPack } from "@pulumi/policy";
import { allConfig } from "@pulumi/pulumi/runtime/index.js";
import { policies } from "./policies/index.ts";
import { crossGuardPolicies } from "./crossguard/adapter.ts";
import { readExceptions } from "./exceptions/readExceptions.ts";

const readme = path.join(import.meta.dirname, "README.md");

// Starts a server, so nothing imports this file; tests read the list of policies instead.
// Pulumi's runner takes no module that awaits at its top.
void readExceptions(
  path.join(import.meta.dirname, "exceptions.yaml"),
  policies.map(({ name }) => name),
).then((exceptions) => {
  new PolicyPack("instance-profiles", {
    displayName: "EC2 instance profiles",
    provider: "AWS",
    tags: ["aws", "iam", "ec2", "least-privilege"],
    ...(existsSync(readme) && { readme: readFileSync(readme, "utf8") }),
    policies: crossGuardPolicies(policies, { stackConfig: allConfig(), exceptions }),
  });
});
