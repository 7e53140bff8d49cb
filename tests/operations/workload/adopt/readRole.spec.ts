import assert from "node:assert/strict";
import { clientsIn } from "../../../../operations/clients.ts";
import { findRole } from "../../../../operations/workload/adopt/findRole.ts";
import { readRole } from "../../../../operations/workload/adopt/readRole.ts";
import { type Answers, StubbedTransport } from "../../stubbedTransport.ts";
import { account, document } from "./observedRole.ts";

const encoded = (text: string) => encodeURIComponent(text);
const tables = document({ Effect: "Allow", Action: "dynamodb:ListTables", Resource: "*" });
const role = (name: string, path = "/", more = "") =>
  `<Role><RoleName>${name}</RoleName><Path>${path}</Path><Arn>arn:aws:iam::${account}:role${path}${name}</Arn>` +
  `<AssumeRolePolicyDocument>${encoded("{}")}</AssumeRolePolicyDocument>${more}</Role>`;
const profile = `arn:aws:iam::${account}:instance-profile/old/mailer-profile`;
const profiles = `<InstanceProfiles><member><Arn>${profile}</Arn><InstanceProfileName>mailer-profile</InstanceProfileName></member></InstanceProfiles>`;

/** As IAM and EC2 answer for a role with one policy of each kind and one instance. */
const answers: Answers = {
  GetRole: (asked) =>
    asked.get("RoleName") === "mailer"
      ? role(
          "mailer",
          "/old/",
          `<Description>Mails</Description><MaxSessionDuration>7200</MaxSessionDuration><Tags><member><Key>Team</Key><Value>shop</Value></member></Tags><PermissionsBoundary><PermissionsBoundaryArn>arn:aws:iam::${account}:policy/limits</PermissionsBoundaryArn></PermissionsBoundary>`,
        )
      : role("AWSServiceRoleForBatch", "/aws-service-role/batch.amazonaws.com/"),
  ListRolePolicies: () => "<PolicyNames><member>own</member></PolicyNames>",
  GetRolePolicy: () => `<PolicyDocument>${encoded(tables)}</PolicyDocument>`,
  ListAttachedRolePolicies: () =>
    ["arn:aws:iam::aws:policy/ReadOnlyAccess", `arn:aws:iam::${account}:policy/shared`]
      .map((arn) => `<member><PolicyArn>${arn}</PolicyArn></member>`)
      .join("")
      .replace(/^/, "<AttachedPolicies>")
      .concat("</AttachedPolicies>"),
  GetPolicy: () =>
    "<Policy><DefaultVersionId>v3</DefaultVersionId><AttachmentCount>2</AttachmentCount></Policy>",
  GetPolicyVersion: (asked) =>
    `<PolicyVersion><Document>${encoded(asked.get("VersionId") === "v3" ? tables : "")}</Document></PolicyVersion>`,
  ListInstanceProfilesForRole: () => profiles,
  GetInstanceProfile: () =>
    `<InstanceProfile><Roles><member><RoleName>mailer</RoleName></member></Roles></InstanceProfile>`,
  ListRoles: () => `<Roles><member><RoleName>mailer</RoleName></member></Roles>`,
  ListInstanceProfiles: () => profiles,
};

const clients = (more: Answers = {}) =>
  new StubbedTransport({ ...answers, ...more }).carry(clientsIn("eu-central-1"));

const place = { account, region: "eu-central-1" };

describe("a role that exists", () => {
  it("is read with its policies, its settings and its profiles", async () => {
    assert.deepEqual(await readRole(clients(), "mailer"), {
      arn: `arn:aws:iam::${account}:role/old/mailer`,
      name: "mailer",
      path: "/old/",
      trust: "{}",
      description: "Mails",
      maxSessionSeconds: 7200,
      tags: { Team: "shop" },
      boundary: `arn:aws:iam::${account}:policy/limits`,
      policies: [
        { kind: "inline", name: "own", document: tables },
        { kind: "AWS managed", arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
        {
          kind: "customer managed",
          arn: `arn:aws:iam::${account}:policy/shared`,
          document: tables,
          isShared: true,
        },
      ],
      profiles: [profile],
      instances: [],
    });
  });

  it("is not read where it belongs to a service", async () => {
    await assert.rejects(readRole(clients(), "AWSServiceRoleForBatch"), {
      name: "Failure",
      message:
        "the role AWSServiceRoleForBatch is linked to the service batch.amazonaws.com, which alone may use and change it: adopt the role that your instances carry",
    });
  });

  for (const [name, text] of [
    ["its name", "mailer"],
    ["its ARN", `arn:aws:iam::${account}:role/old/mailer`],
    ["the ARN of its profile", profile],
  ] as const)
    it(`is found by ${name}`, async () => {
      assert.equal(await findRole(clients(), text, place), "mailer");
    });

  for (const [name, text, message] of [
    [
      "an ARN of another account",
      "arn:aws:iam::999988887777:role/mailer",
      `arn:aws:iam::999988887777:role/mailer is in account 999988887777, and the credentials are of ${account}: choose its credentials with AWS_PROFILE`,
    ],
    [
      "the ARN of anything else",
      "arn:aws:s3:::mailer",
      "got arn:aws:s3:::mailer, want the ARN of a role or of an instance profile, a name, or an instance id",
    ],
    [
      "an instance without a profile",
      "i-0123456789abcdef0",
      "i-0123456789abcdef0 carries no instance profile in eu-central-1, or is in another region: name the role, or set aws:region in the stack file",
    ],
  ] as const)
    it(`is not found by ${name}`, async () => {
      await assert.rejects(findRole(clients(), text, place), { name: "Failure", message });
    });

  it("is not found by a name that is only near, and the near one is told", async () => {
    const none = { GetRole: missing, GetInstanceProfile: missing };
    await assert.rejects(findRole(clients(none), "mialer", place), {
      message: 'no role and no instance profile is called "mialer"; did you mean "mailer"?',
    });
  });

  it("is not found where it may not be read, and the action is told", async () => {
    const denied = {
      GetRole: () => {
        throw awsError(
          "AccessDenied",
          "User: arn:aws:iam::1:user/a is not authorized to perform: iam:GetRole",
        );
      },
    };
    await assert.rejects(findRole(clients(denied), "mailer", place), {
      message:
        "your AWS credentials do not allow looking for the role mailer: User: arn:aws:iam::1:user/a is not authorized to perform: iam:GetRole",
    });
  });
});

function awsError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

function missing(): never {
  throw awsError("NoSuchEntityException", "not there");
}
