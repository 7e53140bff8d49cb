import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { PROVIDER_TEXT } from "../../components/association/instanceProfileAssociation.ts";
import { inputsOf, typesAndNames, valueOf, type RecordedResource } from "./recordedStack.ts";
import { declared, launch, tags } from "./workloadFixture.ts";

const roleResources = [
  "aws:iam/instanceProfile:InstanceProfile orders",
  "aws:iam/policy:Policy orders",
  "aws:iam/policy:Policy orders-2",
  "aws:iam/role:Role orders",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment orders-managed-AmazonSSMManagedInstanceCore",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment orders-policy-1",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment orders-policy-2",
  "instance-profiles:components:InstanceRole orders",
  "instance-profiles:components:Workload orders",
];

describe("a workload", () => {
  it("without launch is a role with its policies and an instance profile", async () => {
    const { recorded, outputs } = await declared({});
    assert.deepEqual(typesAndNames(recorded), roleResources);
    assert.deepEqual(outputs, {
      roleName: "shop-dev-orders",
      roleArn: "arn:aws:iam/role:Role/shop-dev-orders",
      instanceProfileName: "shop-dev-orders",
      instanceProfileArn: "arn:aws:iam/instanceProfile:InstanceProfile/shop-dev-orders",
      policyArns: [
        "arn:aws:iam/policy:Policy/shop-dev-orders",
        "arn:aws:iam/policy:Policy/shop-dev-orders-2",
      ],
    });
  });

  it("describes its role, and nothing that a change of the description would replace", async () => {
    const description = "Takes orders (HTTP), & more";
    const { recorded } = await declared({ launch, description });
    const described = recorded.filter(({ inputs }) => inputs["description"] !== undefined);
    assert.deepEqual(
      described.map(({ type, inputs }) => [type, inputs["description"]]),
      [["aws:iam/role:Role", description]],
    );
  });

  it("with launch is a launch template as well", async () => {
    const { recorded, outputs } = await declared({ launch });
    assert.deepEqual(
      typesAndNames(recorded),
      [
        ...roleResources,
        "aws:ec2/launchTemplate:LaunchTemplate orders",
        "instance-profiles:components:HardenedLaunchTemplate orders",
      ].sort(),
    );
    assert.deepEqual(
      [outputs["launchTemplateId"], outputs["launchTemplateName"], outputs["launchTemplateLatestVersion"]],
      ["shop-dev-orders-id", "shop-dev-orders", 1],
    );
  });

  it("with instances to attach to has an association with each, after all of the role", async () => {
    const region = "eu-central-1";
    const associations = [
      { instanceId: "i-01234567", region, replaceExisting: false },
      { instanceId: "i-89abcdef", region, replaceExisting: true },
    ];
    const { recorded, outputs } = await declared({ associations });
    const type = "pulumi-nodejs:dynamic/association:InstanceProfileAssociation";
    assert.deepEqual(
      typesAndNames(recorded),
      [...roleResources, `${type} orders-i-01234567`, `${type} orders-i-89abcdef`].sort(),
    );
    assert.deepEqual(
      recorded.slice(-2).map(({ inputs }) => inputs),
      associations.map((association) => ({
        ...association,
        instanceProfileArn: "arn:aws:iam/instanceProfile:InstanceProfile/shop-dev-orders",
        __provider: PROVIDER_TEXT,
      })),
    );
    const { outputs: without } = await declared({});
    assert.deepEqual(outputs, without);
  });

  it("owns all that it declares", async () => {
    const owned: string[] = [];
    // Only what has the workload as its parent, or as the parent of its parent, passes this.
    const transformation: pulumi.ResourceTransformation = ({ type, name }) => {
      owned.push(`${type} ${name}`);
      return undefined;
    };
    const { recorded } = await declared({ launch }, { transformations: [transformation] });
    assert.deepEqual(owned.sort(), typesAndNames(recorded));
  });

  it("is the parent of its two components", async () => {
    const { workload } = await declared({ launch });
    const urns = [workload.urn, workload.role.urn, workload.launchTemplate?.urn ?? ""];
    assert.deepEqual(await valueOf(pulumi.all(urns)), [
      "urn:pulumi:dev::shop::instance-profiles:components:Workload::orders",
      "urn:pulumi:dev::shop::instance-profiles:components:Workload$instance-profiles:components:InstanceRole::orders",
      "urn:pulumi:dev::shop::instance-profiles:components:Workload$instance-profiles:components:HardenedLaunchTemplate::orders",
    ]);
  });
});

describe("an instance role", () => {
  let recorded: RecordedResource[];

  before(async () => {
    ({ recorded } = await declared({}));
  });

  it("has a name, a path, a trust policy, a boundary and a session length", () => {
    assert.deepEqual(inputsOf(recorded, "aws:iam/role:Role", "orders"), {
      name: "shop-dev-orders",
      path: "/shop/dev/",
      assumeRolePolicy: '{"trust":true}',
      permissionsBoundary: "arn:aws:iam::111122223333:policy/boundary",
      maxSessionDuration: 7200,
      tags,
    });
  });

  it("has one policy for each document, without a description, since that cannot change in place", () => {
    assert.deepEqual(
      ["orders", "orders-2"].map((name) => inputsOf(recorded, "aws:iam/policy:Policy", name)),
      [
        { name: "shop-dev-orders", path: "/shop/dev/", policy: '{"first":true}', tags },
        { name: "shop-dev-orders-2", path: "/shop/dev/", policy: '{"second":true}', tags },
      ],
    );
  });

  it("carries its own policies and the managed ones", () => {
    assert.deepEqual(
      ["orders-policy-1", "orders-policy-2", "orders-managed-AmazonSSMManagedInstanceCore"].map((name) =>
        inputsOf(recorded, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", name),
      ),
      [
        { role: "shop-dev-orders", policyArn: "arn:aws:iam/policy:Policy/shop-dev-orders" },
        { role: "shop-dev-orders", policyArn: "arn:aws:iam/policy:Policy/shop-dev-orders-2" },
        {
          role: "shop-dev-orders",
          policyArn: "arn:aws:iam::aws:policy/service-role/AmazonSSMManagedInstanceCore",
        },
      ],
    );
  });

  it("is in its instance profile, which is declared last", () => {
    assert.deepEqual(inputsOf(recorded, "aws:iam/instanceProfile:InstanceProfile", "orders"), {
      name: "shop-dev-orders",
      path: "/shop/dev/",
      role: "shop-dev-orders",
      tags,
    });
    assert.equal(recorded.at(-1)?.type, "aws:iam/instanceProfile:InstanceProfile");
  });
});

describe("a hardened launch template", () => {
  const type = "aws:ec2/launchTemplate:LaunchTemplate";

  it("demands IMDSv2, an encrypted root volume and the profile by ARN", async () => {
    const { recorded } = await declared({ launch });
    const namedTags = { Workload: "orders", Name: "shop-dev-orders" };
    assert.deepEqual(inputsOf(recorded, type, "orders"), {
      name: "shop-dev-orders",
      imageId: "ami-0123456789abcdef0",
      instanceType: "t3.micro",
      iamInstanceProfile: { arn: "arn:aws:iam/instanceProfile:InstanceProfile/shop-dev-orders" },
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { encrypted: "true", deleteOnTermination: "true", volumeType: "gp3", volumeSize: 20, iops: 0 },
        },
      ],
      userData: Buffer.from("echo Grüße").toString("base64"),
      vpcSecurityGroupIds: ["sg-0123456789abcdef0"],
      monitoring: { enabled: true },
      tagSpecifications: [
        { resourceType: "instance", tags: namedTags },
        { resourceType: "volume", tags: namedTags },
      ],
      updateDefaultVersion: true,
      tags,
    });
  });

  it("leaves out what nobody asked for", async () => {
    const { userData, securityGroupIds, ...bare } = launch;
    assert.deepEqual([userData, securityGroupIds?.length], ["echo Grüße", 1]);
    const { recorded } = await declared({ launch: bare });
    const inputs = inputsOf(recorded, type, "orders");
    assert.deepEqual([inputs["userData"], inputs["vpcSecurityGroupIds"]], [undefined, undefined]);
  });
});
