import { oneRolePerWorkload } from "../../../policypack/policies/oneRolePerWorkload.ts";
import { itJudgesStacks, type StackCase } from "../cases.ts";
import { type TestResource, unknownText } from "../violations.ts";

const roleType = "aws:iam/role:Role";
const profileType = "aws:iam/instanceProfile:InstanceProfile";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
const componentType = "shop:components:Service";
const want =
  "want a role of its own for each workload; make a role and an instance profile for each, with what that one needs";

const role = (name: string): TestResource => ({ type: roleType, name, props: { name } });
const profile = (name: string, of: string): TestResource => ({
  type: profileType,
  name,
  props: { name, role: of },
  dependencies: { role: [`${roleType}::${of}`] },
});
const template = (name: string, of: string, parent?: string): TestResource => ({
  type: templateType,
  name,
  props: { iamInstanceProfile: { arn: unknownText } },
  dependencies: { iamInstanceProfile: [`${profileType}::${of}`] },
  ...(parent !== undefined && { parent: `${componentType}::${parent}` }),
});
const component = (name: string): TestResource => ({ type: componentType, name });
const literal = (name: string, iamInstanceProfile: object): TestResource => ({
  type: templateType,
  name,
  props: { iamInstanceProfile },
});

const cases: StackCase[] = [
  {
    name: "passes a role, a profile and a template for each workload",
    stack: ["api", "mailer"].flatMap((name) => [role(name), profile(name, name), template(name, name)]),
    reports: [],
  },
  {
    name: "denies a role in two profiles",
    stack: [role("shared"), profile("api", "shared"), profile("mailer", "shared")],
    reports: [`mailer role: got role shared, which instance profile api carries already; ${want}`],
  },
  {
    name: "denies a role in two profiles that name it by text",
    stack: ["api", "mailer"].map((name) => ({ type: profileType, name, props: { role: "made-by-hand" } })),
    reports: [`mailer role: got role made-by-hand, which instance profile api carries already; ${want}`],
  },
  {
    name: "denies a profile in the templates of two workloads",
    stack: [role("api"), profile("api", "api"), template("api", "api"), template("mailer", "api")],
    reports: [
      `mailer iamInstanceProfile: got instance profile api, which launch template api of another workload uses already; ${want}`,
    ],
  },
  {
    name: "denies a profile that two templates name by text, by ARN and by name",
    stack: [
      literal("api", { arn: "arn:aws:iam::111122223333:instance-profile/shop/by-hand" }),
      literal("mailer", { name: "by-hand" }),
    ],
    reports: [
      `mailer iamInstanceProfile: got instance profile by-hand, which launch template api of another workload uses already; ${want}`,
    ],
  },
  {
    name: "passes two templates of one workload",
    stack: [
      component("api"),
      role("api"),
      profile("api", "api"),
      template("blue", "api", "api"),
      template("green", "api", "api"),
    ],
    reports: [],
  },
  {
    name: "denies templates of two components",
    stack: [
      component("api"),
      component("mailer"),
      role("api"),
      profile("api", "api"),
      template("api", "api", "api"),
      template("mailer", "api", "mailer"),
    ],
    reports: [
      `mailer iamInstanceProfile: got instance profile api, which launch template api of another workload uses already; ${want}`,
    ],
  },
  {
    name: "passes templates without a profile, and with one that is unknown",
    stack: [
      literal("a", {}),
      literal("b", {}),
      ...["c", "d"].map((name) => literal(name, { arn: unknownText })),
    ],
    reports: [],
  },
];

describe("one-role-per-workload", () => {
  itJudgesStacks(oneRolePerWorkload, cases);
});
