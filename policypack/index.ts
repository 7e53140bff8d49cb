import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";

// Starts a server, so nothing imports this file; tests read the list of policies instead.
new PolicyPack("instance-profiles", { policies: [...policies] });
