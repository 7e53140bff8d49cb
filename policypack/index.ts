import path from "node:path";
import { PolicyPack } from "@pulumi/policy";
import { allConfig } from "@pulumi/pulumi/runtime/index.js";
import { policies } from "./policies/index.ts";
import { crossGuardPolicies } from "./crossguard/adapter.ts";
import { readExceptions } from "./exceptions/readExceptions.ts";

// Starts a server, so nothing imports this file; tests read the list of policies instead.
// Pulumi's runner takes no module that awaits at its top.
void readExceptions(
  path.join(import.meta.dirname, "exceptions.yaml"),
  policies.map(({ name }) => name),
).then((exceptions) => {
  new PolicyPack("instance-profiles", {
    policies: crossGuardPolicies(policies, { stackConfig: allConfig(), exceptions }),
  });
});
