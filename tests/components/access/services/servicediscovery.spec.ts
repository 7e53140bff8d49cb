import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const names = { service: "srv-abcd1234efgh5678", namespace: "ns-abcd1234efgh5678" };
const service = `arn:aws:servicediscovery:${place}:service/${names.service}`;
const namespace = `arn:aws:servicediscovery:${place}:namespace/${names.namespace}`;

const discover = allow(
  ["servicediscovery:DiscoverInstances", "servicediscovery:DiscoverInstancesRevision"],
  [namespace, service],
);
const register = [
  allow(
    [
      ...["servicediscovery:RegisterInstance", "servicediscovery:DeregisterInstance"],
      "servicediscovery:UpdateInstanceCustomHealthStatus",
    ],
    [service],
  ),
  allow(["servicediscovery:GetOperation"], [namespace]),
];

const cases: AccessCase[] = [
  {
    name: "discover finds the instances of a service",
    entry: { servicediscovery: { ...names, level: "discover" } },
    gives: [discover],
  },
  {
    name: "register adds and removes instances, and waits for it",
    entry: { servicediscovery: { ...names, level: "register" } },
    gives: register,
  },
  {
    name: "discoverRegister does both",
    entry: { servicediscovery: { ...names, level: "discoverRegister" } },
    gives: [discover, ...register],
  },
];

testAccess("servicediscovery", cases);
