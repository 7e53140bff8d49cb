import { requirePermissionsBoundary } from "../../../policypack/policies/requirePermissionsBoundary.ts";
import { itJudgesResources, type ResourceCase } from "../cases.ts";
import { unknownText } from "../violations.ts";

const type = "aws:iam/role:Role";
const boundary = "arn:aws:iam::111122223333:policy/limits/workload-boundary";
const demanded = { stackConfig: { "instance-profiles:permissionsBoundary": "workload-boundary" } };

const message = (got: string, want: string): string =>
  `subject permissionsBoundary: got ${got}; want ${want}; set permissionsBoundary to the ARN of that policy`;

const cases: ResourceCase[] = [
  { name: "demands none by itself", type, props: { name: "api" }, reports: [] },
  {
    name: "demands one where the stack's configuration sets one",
    type,
    props: { name: "api" },
    ...demanded,
    reports: [message("nothing", "workload-boundary")],
  },
  {
    name: "takes the boundary of a single workload for the one of its stack",
    type,
    props: { permissionsBoundary: "arn:aws:iam::111122223333:policy/other-boundary" },
    ...demanded,
    reports: [],
  },
  {
    name: "demands one where its own configuration does",
    type,
    props: { permissionsBoundary: "" },
    config: { required: true },
    reports: [message("nothing", "the ARN of a boundary")],
  },
  {
    name: "demands it of users too",
    type: "aws:iam/user:User",
    props: {},
    config: { required: true },
    reports: [message("nothing", "the ARN of a boundary")],
  },
  {
    name: "passes an allowed boundary, given by name or by ARN",
    type,
    props: { permissionsBoundary: boundary },
    config: { allowed: ["other", "workload-boundary"] },
    reports: [],
  },
  {
    name: "denies a boundary that is not allowed",
    type,
    props: { permissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess" },
    config: { allowed: ["other", boundary] },
    reports: [message('"arn:aws:iam::aws:policy/AdministratorAccess"', `"other" | "${boundary}"`)],
  },
  {
    name: "does not take the end of a name for the name",
    type,
    props: { permissionsBoundary: "arn:aws:iam::111122223333:policy/no-workload-boundary" },
    config: { allowed: ["workload-boundary"] },
    reports: [message('"arn:aws:iam::111122223333:policy/no-workload-boundary"', '"workload-boundary"')],
  },
  {
    name: "passes a boundary that this program makes",
    type,
    props: { permissionsBoundary: unknownText },
    config: { required: true },
    reports: [],
  },
  ...["aws-native:iam:Role", "aws-native:iam:User"].map((native) => ({
    name: `demands it of ${native}`,
    type: native,
    props: {},
    config: { required: true },
    reports: [message("nothing", "the ARN of a boundary")],
  })),
  { name: "does not judge other types", type: "aws:iam/group:Group", props: {}, ...demanded, reports: [] },
];

describe("require-permissions-boundary", () => {
  itJudgesResources(requirePermissionsBoundary, cases);
});
