import assert from "node:assert/strict";
import { formatError } from "../../../components/config/configError.ts";
import { callerOf, environmentCaller } from "../../../components/credentials/caller.ts";

const roleArn = "arn:aws:iam::111122223333:role/teams/deploy";

type Settings = Readonly<Record<string, unknown>>;

const read = (settings: Settings, secret = false) => callerOf((key) => settings[key], { secret });

/** One role in the words of AssumeRole, without what nothing is said of. */
async function inputOf(role: Settings) {
  const { value, errors } = await read({ "aws:assumeRoles": [{ roleArn, ...role }] });
  assert.deepEqual([value.roles.length, errors], [1, []]);
  return Object.fromEntries(Object.entries(value.roles[0] ?? {}).filter(([, field]) => field !== undefined));
}

async function errorsOf(assumeRoles: unknown, secret = false) {
  const { errors } = await read({ "aws:assumeRoles": assumeRoles }, secret);
  return errors.map(formatError);
}

describe("the caller of a stack", () => {
  const nobodyElse: readonly (readonly [string, Settings])[] = [
    ["a stack that says nothing", {}],
    ["empty settings", { "aws:profile": "", "aws:assumeRoles": "", "aws:stsRegion": "" }],
    ["an empty list", { "aws:assumeRoles": [] }],
    ["an empty list of the engine", { "aws:assumeRoles": "[]" }],
  ];
  for (const [name, settings] of nobodyElse) {
    it(`is whoever the environment says: ${name}`, async () => {
      assert.deepEqual(await read(settings), { value: environmentCaller, errors: [] });
    });
  }

  it("is a profile, and the roles in their order, from a list and from its JSON alike", async () => {
    const first = { roleArn: "arn:aws:iam::222222222222:role/hub" };
    const asList = {
      "aws:profile": "acme",
      "aws:stsRegion": "eu-west-1",
      "aws:assumeRoles": [first, { roleArn }],
    };
    const asJson = { ...asList, "aws:assumeRoles": JSON.stringify(asList["aws:assumeRoles"]) };
    const { value, errors } = await read(asList);
    assert.deepEqual(
      { ...value, roles: value.roles.map(({ RoleArn }) => RoleArn), errors },
      { profile: "acme", stsRegion: "eu-west-1", roles: [first.roleArn, roleArn], errors: [] },
    );
    assert.deepEqual(await read(asJson), { value, errors });
  });
});

describe("a role of aws:assumeRoles", () => {
  const policy = '{"Version":"2012-10-17","Statement":[]}';
  const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  const cases: readonly (readonly [Settings, Settings])[] = [
    [{}, {}],
    [{ duration: "1h30m" }, { DurationSeconds: 5400 }],
    [{ duration: "0.25h" }, { DurationSeconds: 900 }],
    [{ duration: "12h" }, { DurationSeconds: 43_200 }],
    [{ duration: "900s1500ms7us1ns" }, { DurationSeconds: 901 }],
    [{ externalId: "acme/42" }, { ExternalId: "acme/42" }],
    [{ policy }, { Policy: policy }],
    [{ policyArns: [policyArn] }, { PolicyArns: [{ arn: policyArn }] }],
    [{ sessionName: "pulumi-prod" }, { RoleSessionName: "pulumi-prod" }],
    [{ sourceIdentity: "ann" }, { SourceIdentity: "ann" }],
    [
      { tags: { Team: "shop", Stack: "prod" }, transitiveTagKeys: ["Team"] },
      {
        Tags: [
          { Key: "Team", Value: "shop" },
          { Key: "Stack", Value: "prod" },
        ],
        TransitiveTagKeys: ["Team"],
      },
    ],
  ];
  for (const [role, input] of cases) {
    it(`is asked for in the words of AssumeRole: ${JSON.stringify(role)}`, async () => {
      assert.deepEqual(await inputOf(role), { RoleArn: roleArn, ...input });
    });
  }

  const wantRole = "want the ARN of a role, such as arn:aws:iam::111122223333:role/deploy";
  const wantDuration = "want a duration from 15m to 12h, such as 1h or 1h30m";
  const mistakes: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["no ARN", [{}], [`aws:assumeRoles[0].roleArn: missing, ${wantRole}`]],
    [
      "the ARN of a user",
      [{ roleArn }, { roleArn: "arn:aws:iam::111122223333:user/ann" }],
      [`aws:assumeRoles[1].roleArn: got "arn:aws:iam::111122223333:user/ann", ${wantRole}`],
    ],
    ...["14m59s", "12h1s", "1 h", "3600", "1d", ""].map(
      (duration) =>
        [
          `the duration "${duration}"`,
          [{ roleArn, duration }],
          [`aws:assumeRoles[0].duration: got ${JSON.stringify(duration)}, ${wantDuration}`],
        ] as const,
    ),
    [
      "what the provider does not take, and all else at once",
      [{ roleArn, external_id: "acme", tags: [] }],
      [
        "aws:assumeRoles[0].tags: got an empty list, want a map of texts",
        'aws:assumeRoles[0].external_id: unknown key; did you mean "externalId"?',
      ],
    ],
    [
      "no list",
      roleArn,
      [
        `aws:assumeRoles: got "${roleArn}", want a list of roles, such as - roleArn: arn:aws:iam::111122223333:role/deploy`,
      ],
    ],
  ];
  for (const [name, assumeRoles, errors] of mistakes) {
    it(`is refused by name: ${name}`, async () => {
      assert.deepEqual(await errorsOf(assumeRoles), errors);
    });
  }

  it("is refused without its value where that is secret", async () => {
    assert.deepEqual(await errorsOf([{ roleArn: "deploy" }], true), [
      `aws:assumeRoles[0].roleArn: got a secret value, ${wantRole}`,
    ]);
  });
});
