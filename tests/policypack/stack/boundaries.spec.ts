import assert from "node:assert/strict";
import { noPrivilegeEscalation } from "../../../policypack/policies/noPrivilegeEscalation.ts";
import { noStarStarGrants } from "../../../policypack/policies/noStarStarGrants.ts";
import { allow, documentOf, itJudgesResources, itJudgesStacks } from "../cases.ts";
import { type TestResource, unknownText, updateViolations } from "../violations.ts";

const everything = allow("*", "*");
const guarded = documentOf(everything, { Effect: "Deny", Action: "iam:*", Resource: "*" });
const open = documentOf(everything);
const arn = "arn:aws:iam::111122223333:policy/team/limit";
const got = 'policy.Statement[0]: got Allow "*" on "*"';
const fix = "want the actions and the resources that the workload needs; list them one by one";

const type = "aws:iam/policy:Policy";
const limit = (policy: string): TestResource => ({
  type,
  name: "limit",
  props: { name: "limit", path: "/team/", policy },
});
const dependsOnLimit = (property: string) => ({ [property]: [`${type}::limit`] });

const role = (props: Record<string, unknown>): TestResource => ({
  type: "aws:iam/role:Role",
  name: "api",
  props,
});
const attachments: readonly [type: string, property: string][] = [
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn"],
  ["aws:iam/userPolicyAttachment:UserPolicyAttachment", "policyArn"],
  ["aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "policyArn"],
  ["aws:iam/policyAttachment:PolicyAttachment", "policyArn"],
  ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "policyArns"],
  ["aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", "managedPolicyArn"],
];

describe("a policy that may be a permissions boundary", () => {
  itJudgesResources(noStarStarGrants, [
    {
      name: "waits for its use where it denies something",
      type,
      props: { name: "limit", policy: guarded },
      reports: [],
    },
    {
      name: "does not wait where it denies nothing",
      type,
      props: { name: "limit", policy: open },
      reports: [`subject ${got}; ${fix}`],
    },
    {
      name: "does not wait where it has no name yet, by which an attachment would be known",
      type,
      props: { namePrefix: "limit", policy: guarded },
      reports: [`subject ${got}; ${fix}`],
    },
    ...["limit", arn].flatMap((name) => [
      {
        name: `waits where the settings name it as ${name}`,
        type,
        props: { name: "limit", path: "/team/", policy: open },
        config: { boundaries: [name] },
        reports: [],
      },
      {
        name: `waits where the stack's configuration names it as ${name}`,
        type,
        props: { name: "limit", path: "/team/", policy: open },
        stackConfig: { "instance-profiles:permissionsBoundary": name },
        reports: [],
      },
    ]),
    {
      name: "does not wait where it says itself to whom it is attached",
      type: "aws-native:iam:ManagedPolicy",
      props: { managedPolicyName: "limit", policyDocument: JSON.parse(guarded) as object, roles: ["api"] },
      reports: [`subject policyDocument.Statement[0]: got Allow "*" on "*"; ${fix}`],
    },
  ]);

  itJudgesStacks(noStarStarGrants, [
    {
      name: "passes where it is nothing but somebody's boundary",
      stack: [
        limit(guarded),
        {
          ...role({}),
          props: { permissionsBoundary: "" },
          dependencies: dependsOnLimit("permissionsBoundary"),
        },
      ],
      reports: [],
    },
    {
      name: "passes where its ARN is somebody's boundary",
      stack: [limit(guarded), role({ permissionsBoundary: arn })],
      reports: [],
    },
    {
      name: "is judged where it is nobody's boundary",
      stack: [limit(guarded)],
      reports: [`limit ${got}; ${fix}`],
    },
    {
      name: "passes where only the settings know it",
      stack: [limit(open)],
      config: { boundaries: ["limit"] },
      reports: [],
    },
    ...attachments.flatMap(([holder, property]) => [
      {
        name: `is judged where ${holder} attaches it too`,
        stack: [
          limit(guarded),
          role({ permissionsBoundary: arn }),
          {
            type: holder,
            name: "it",
            props: { [property]: unknownText },
            dependencies: dependsOnLimit(property),
          },
        ],
        reports: [`limit ${got}; ${fix}`],
      },
      {
        name: `is judged where ${holder} attaches its ARN too`,
        stack: [
          limit(guarded),
          role({ permissionsBoundary: arn }),
          { type: holder, name: "it", props: { [property]: property.endsWith("s") ? [arn] : arn } },
        ],
        reports: [`limit ${got}; ${fix}`],
      },
    ]),
  ]);

  for (const [holder, property] of attachments)
    it(`is refused by an update that attaches it by ${holder}, before that is made`, async () => {
      const value = property.endsWith("s") ? [arn] : arn;
      assert.deepEqual(
        await updateViolations(noStarStarGrants, [
          limit(guarded),
          { type: holder, name: "it", props: { [property]: value } },
        ]),
        [`it ${property}${property.endsWith("s") ? "[0]" : ""}: got a policy with Allow "*" on "*"; ${fix}`],
      );
    });

  const ofPermissionSet = {
    type: "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
    name: "it",
    props: { customerManagedPolicyReference: { name: "limit", path: "/team/" } },
  };

  it("is refused by an update that attaches it to a permission set by its name", async () => {
    assert.deepEqual(await updateViolations(noStarStarGrants, [limit(guarded), ofPermissionSet]), [
      `it customerManagedPolicyReference: got a policy with Allow "*" on "*"; ${fix}`,
    ]);
  });

  itJudgesStacks(noStarStarGrants, [
    {
      name: "is judged where a permission set attaches it by its name too",
      stack: [limit(guarded), role({ permissionsBoundary: arn }), ofPermissionSet],
      reports: [`limit ${got}; ${fix}`],
    },
  ]);

  itJudgesStacks(noPrivilegeEscalation, [
    {
      name: "may hold ways to more rights where it is nothing but a boundary",
      stack: [
        limit(documentOf(allow("iam:*", "*"), { Effect: "Deny", Action: "iam:CreateUser", Resource: "*" })),
        role({ permissionsBoundary: arn }),
      ],
      reports: [],
    },
  ]);
});
