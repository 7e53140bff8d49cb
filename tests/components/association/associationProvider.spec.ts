import assert from "node:assert/strict";
import * as path from "node:path";
import {
  AssociateIamInstanceProfileCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  DescribeInstancesCommand,
  DisassociateIamInstanceProfileCommand,
  EC2Client,
  type IamInstanceProfileAssociation,
} from "@aws-sdk/client-ec2";
import { mockClient } from "aws-sdk-client-mock";
import { PROVIDER_TEXT } from "../../../components/association/instanceProfileAssociation.ts";
import { associationProvider } from "../../../components/association/associationProvider.ts";
import { diffOf, stateOf } from "../../../components/association/state.ts";
import { capture } from "../../../commandLine/processes/run.ts";
import { awsError, fakeClock, foreignArn, on, wanted } from "./associationFixture.ts";

// MiniStack associates at once and knows every profile at once; the states on the way, the error of a profile that is
// not known yet, and a swap that changes the id are what these stubs are for.
// Only this client is stubbed: other specs in the same process need the real ones.
const client = new EC2Client({ region: "eu-west-1" });
const ec2 = mockClient(client);

const running = {
  Reservations: [{ OwnerId: "111122223333", Instances: [{ State: { Name: "running" as const } }] }],
};
const listed = (
  State: IamInstanceProfileAssociation["State"] & string,
  Arn = wanted.instanceProfileArn,
): { IamInstanceProfileAssociations: IamInstanceProfileAssociation[] } => ({
  IamInstanceProfileAssociations: [
    { AssociationId: "iip-assoc-1", InstanceId: wanted.instanceId, IamInstanceProfile: { Arn }, State },
  ],
});
const none = { IamInstanceProfileAssociations: [] };

function providerOnStub() {
  const { clock, pauses } = fakeClock();
  return {
    provider: associationProvider(clock, () => client),
    pauses,
  };
}

const state = stateOf(wanted, on("running", wanted.instanceProfileArn).associations[0]);

describe("the provider of associations", () => {
  beforeEach(() => {
    ec2.reset();
    ec2.on(DescribeInstancesCommand).resolves(running);
    ec2.on(DescribeIamInstanceProfileAssociationsCommand).resolves(none);
  });

  it("creates, through a profile that EC2 does not know yet and an association on its way", async () => {
    const unknownName = awsError("InvalidParameterValue", "Invalid IAM Instance Profile name");
    ec2.on(AssociateIamInstanceProfileCommand).rejectsOnce(unknownName).resolves({});
    ec2
      .on(DescribeIamInstanceProfileAssociationsCommand)
      .resolvesOnce(none)
      .resolvesOnce(none)
      .resolvesOnce(listed("associating"))
      .resolves(listed("associated"));
    const { provider, pauses } = providerOnStub();
    assert.deepEqual(await provider.create(wanted), { id: wanted.instanceId, outs: state });
    assert.deepEqual(pauses, [500, 500]);
    assert.equal(ec2.commandCalls(AssociateIamInstanceProfileCommand).length, 2);
  });

  it("names instance and profile where EC2 knows no such instance", async () => {
    ec2.on(DescribeInstancesCommand).rejects(awsError("InvalidInstanceID.NotFound", "does not exist"));
    await assert.rejects(providerOnStub().provider.create(wanted), {
      message: `cannot attach instance profile ${wanted.instanceProfileArn} to instance ${wanted.instanceId}: got no instance of that id in eu-central-1, want one that runs or is stopped; correct attachTo, the region or the credentials`,
    });
  });

  it("reads by instance id and by association id, also without a state", async () => {
    ec2.on(DescribeIamInstanceProfileAssociationsCommand).resolves(listed("associated"));
    const { provider } = providerOnStub();
    for (const id of [wanted.instanceId, "iip-assoc-1"])
      assert.deepEqual(await provider.read?.(id), {
        id: wanted.instanceId,
        props: { ...state, region: "eu-west-1" },
        inputs: { ...wanted, region: "eu-west-1" },
      });
  });

  it("reads another profile as drift, and keeps what is wanted", async () => {
    ec2.on(DescribeIamInstanceProfileAssociationsCommand).resolves(listed("associated", foreignArn));
    const read = await providerOnStub().provider.read?.(wanted.instanceId, state);
    assert.deepEqual(read, {
      id: wanted.instanceId,
      props: { ...state, attachedProfileArn: foreignArn },
      inputs: wanted,
    });
  });

  it("reads what is gone as gone", async () => {
    const { provider } = providerOnStub();
    for (const id of [wanted.instanceId, "iip-assoc-1"])
      assert.deepEqual(await provider.read?.(id, state), { id: "" });
  });

  it("deletes only what is still ours", async () => {
    ec2.on(DescribeIamInstanceProfileAssociationsCommand).resolves(listed("associated", foreignArn));
    await providerOnStub().provider.delete?.(wanted.instanceId, state);
    assert.equal(ec2.commandCalls(DisassociateIamInstanceProfileCommand).length, 0);
  });
});

describe("a change of an association", () => {
  const cases = [
    ["nothing", state, wanted, { changes: false, replaces: [] }],
    ["the profile", state, { ...wanted, instanceProfileArn: foreignArn }, { changes: true, replaces: [] }],
    [
      "the profile by hand",
      { ...state, attachedProfileArn: foreignArn },
      wanted,
      { changes: true, replaces: [] },
    ],
    ["replaceExisting", state, { ...wanted, replaceExisting: true }, { changes: true, replaces: [] }],
    [
      "the instance",
      state,
      { ...wanted, instanceId: "i-00000000" },
      { changes: true, replaces: ["instanceId"] },
    ],
    ["the region", state, { ...wanted, region: "eu-west-1" }, { changes: true, replaces: ["region"] }],
  ] as const;
  for (const [what, old, now, diff] of cases) {
    it(`in ${what} is ${diff.replaces.length > 0 ? "a replacement" : diff.changes ? "an update" : "none"}`, () => {
      assert.deepEqual(diffOf(old, now), diff);
    });
  }
});

describe("the provider in the state", () => {
  it("loads in a plain Node process in the program's folder", async () => {
    const { stdout } = await capture(
      process.execPath,
      ["-e", `${PROVIDER_TEXT} console.log(Object.keys(exports.handler()).join(" "))`],
      { cwd: path.resolve(import.meta.dirname, "../../..") },
    );
    assert.equal(stdout, "configure check create update diff read delete\n");
  });
});
