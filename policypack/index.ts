import path from "node:path";
import { PolicyPack } from "@pulumi/policy";
import { allConfig } from "@pulumi/pulumi/runtime";
import { policies } from "./policies";
import { crossGuardPolicies } from "./support/crossguard/adapter";
import { readExceptions } from "./support/exceptions/readExceptions";

// Starts a server, so nothing imports this file; tests read the list of policies instead.
const exceptions = readExceptions(
  path.join(__dirname, "exceptions.yaml"),
  policies.map(({ name }) => name),
);
new PolicyPack("instance-profiles", {
  policies: crossGuardPolicies(policies, { stackConfig: allConfig(), exceptions }),
});
