import assert from "node:assert/strict";
import { CreateRoleCommand, GetRoleCommand, ListAttachedRolePoliciesCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { clientsOf } from "../../sandbox/proof/clients.ts";
import { emulatorRoot, type Credentials } from "../../sandbox/emulator/root.ts";
import { rootOf } from "./accounts.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";

const region = "eu-central-1";
const arnIn = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;

async function stsOf(credentials: Credentials) {
  return clientsOf((await engineSandbox()).endpoint, region, credentials).sts;
}

async function assume(
  credentials: Credentials,
  RoleArn: string,
  DurationSeconds?: number,
): Promise<Credentials> {
  const sts = await stsOf(credentials);
  const request = new AssumeRoleCommand({ RoleArn, RoleSessionName: "test", DurationSeconds });
  const { Credentials: issued } = await sts.send(request);
  return {
    accessKeyId: issued?.AccessKeyId ?? "",
    secretAccessKey: issued?.SecretAccessKey ?? "",
    ...(issued?.SessionToken !== undefined && { sessionToken: issued.SessionToken }),
  };
}

/** Who the credentials of a role are, or the name of the error. */
async function outcomeOf(attempt: Promise<Credentials>): Promise<string> {
  try {
    const { Arn = "" } = await (await stsOf(await attempt)).send(new GetCallerIdentityCommand({}));
    return Arn;
  } catch (error) {
    return (error as Error).name;
  }
}

describe("a role of another account in the sandbox", () => {
  let session: Credentials;

  /** A role that trusts an account. */
  async function makeRole(account: string, RoleName: string, trusted: string, hours = 1): Promise<void> {
    const Statement = [{ Effect: "Allow", Principal: { AWS: trusted }, Action: "sts:AssumeRole" }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    const { iam } = await rootOf(account, region);
    await iam.send(
      new CreateRoleCommand({
        RoleName,
        Path: "/teams/",
        AssumeRolePolicyDocument,
        MaxSessionDuration: hours * 3600,
      }),
    );
  }

  before(async () => {
    session = await assume(emulatorRoot, arnIn("333333333333", "hub"));
    await makeRole("444444444444", "open", "000000000000");
    await makeRole("444444444444", "shut", "555555555555");
    await makeRole("444444444444", "chained", "333333333333", 2);
  });

  it("is made when root takes it first: an administrator that trusts the account of root", async () => {
    const RoleArn = arnIn("333333333333", "a/b/deploy");
    assert.equal(
      await outcomeOf(assume(emulatorRoot, RoleArn)),
      "arn:aws:sts::333333333333:assumed-role/deploy/test",
    );
    const { iam } = await rootOf("333333333333", region);
    const RoleName = "deploy";
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    assert.deepEqual(
      {
        arn: Role?.Arn,
        trust: (
          JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")) as { Statement: unknown }
        ).Statement,
        policies: AttachedPolicies.map(({ PolicyArn }) => PolicyArn),
      },
      {
        arn: RoleArn,
        trust: [
          {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::000000000000:root" },
            Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
          },
        ],
        policies: ["arn:aws:iam::aws:policy/AdministratorAccess"],
      },
    );
  });

  const open = arnIn("444444444444", "teams/open");
  const chained = arnIn("444444444444", "teams/chained");
  const asOpen = "arn:aws:sts::444444444444:assumed-role/open/test";
  const asChained = "arn:aws:sts::444444444444:assumed-role/chained/test";
  const cases: readonly (readonly [string, () => Promise<Credentials>, string])[] = [
    ["is taken by whom it trusts", () => assume(emulatorRoot, open), asOpen],
    [
      "is left as it is where it trusts others",
      () => assume(emulatorRoot, arnIn("444444444444", "teams/shut")),
      "AccessDenied",
    ],
    [
      "is named by its whole ARN, path and all",
      () => assume(emulatorRoot, arnIn("444444444444", "open")),
      "AccessDenied",
    ],
    ["is not made for a session", () => assume(session, arnIn("444444444444", "nobodys")), "AccessDenied"],
    [
      "is not made in the account of root itself",
      () => assume(emulatorRoot, arnIn("000000000000", "nobodys")),
      "AccessDenied",
    ],
    ["is taken for less than 15 minutes by nobody", () => assume(emulatorRoot, open, 899), "ValidationError"],
    ["is taken for as long as it allows", () => assume(emulatorRoot, open, 3600), asOpen],
    ["is not taken for longer", () => assume(emulatorRoot, open, 3601), "ValidationError"],
    ["is taken by another role for an hour", () => assume(session, chained, 3600), asChained],
    [
      "is not taken by another role for longer, whatever it allows",
      () => assume(session, chained, 3601),
      "ValidationError",
    ],
  ];
  for (const [name, attempt, outcome] of cases) {
    it(name, async () => {
      assert.equal(await outcomeOf(attempt()), outcome);
    });
  }
});
