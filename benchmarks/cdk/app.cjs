// The graph of `graph.json` as an AWS CDK app, in the constructs that are nearest to CloudFormation and cost the least.
const { readFileSync } = require("node:fs");
const { App, Stack, Validations } = require("aws-cdk-lib");
const ec2 = require("aws-cdk-lib/aws-ec2");
const iam = require("aws-cdk-lib/aws-iam");
const s3 = require("aws-cdk-lib/aws-s3");

const { checks, acknowledged, stacks } = JSON.parse(readFileSync("graph.json", "utf8"));
const constructs = { ec2, s3 };
const tagList = (tags) => Object.entries(tags).map(([key, value]) => ({ key, value }));

function addWorkload(stack, workload) {
  const { name, physicalName, path, tags } = workload;
  const role = new iam.CfnRole(stack, `${name}Role`, {
    roleName: physicalName,
    path,
    assumeRolePolicyDocument: workload.assumeRolePolicy,
    managedPolicyArns: workload.managedPolicyArns,
    permissionsBoundary: workload.permissionsBoundary,
    maxSessionDuration: workload.maxSessionSeconds,
    tags: tagList(tags),
  });
  const policies = workload.policies.map(
    (policyDocument, index) =>
      new iam.CfnManagedPolicy(stack, `${name}Policy${index}`, {
        managedPolicyName: `${physicalName}-${index}`,
        path,
        policyDocument,
        roles: [role.ref],
      }),
  );
  const profile = new iam.CfnInstanceProfile(stack, `${name}Profile`, {
    instanceProfileName: physicalName,
    path,
    roles: [role.ref],
  });
  for (const policy of policies) profile.addResourceDependency(policy);
  workload.templates.forEach((template, index) => addTemplate(stack, workload, template, index, profile));
  for (const { construct, properties } of workload.others)
    new constructs[construct[0]][construct[1]](stack, `${name}${construct[1]}`, properties);
}

function addTemplate(stack, { name, physicalName, tags }, template, index, profile) {
  new ec2.CfnLaunchTemplate(stack, `${name}Template${index}`, {
    launchTemplateName: `${physicalName}-${index}`,
    launchTemplateData: {
      imageId: template.imageId,
      instanceType: template.instanceType,
      iamInstanceProfile: { arn: profile.attrArn },
      metadataOptions: template.metadataOptions,
      blockDeviceMappings: [{ deviceName: template.deviceName, ebs: template.ebs }],
      userData: template.userData,
      monitoring: { enabled: template.monitoring },
      tagSpecifications: ["instance", "volume"].map((resourceType) => ({
        resourceType,
        tags: tagList({ ...tags, Name: physicalName }),
      })),
    },
    tagSpecifications: [{ resourceType: "launch-template", tags: tagList(tags) }],
  });
}

const app = new App();
for (const [name, workloads] of Object.entries(stacks)) {
  const stack = new Stack(app, name);
  for (const workload of workloads) addWorkload(stack, workload);
  for (const [id, reason] of Object.entries(acknowledged)) Validations.of(stack).acknowledge({ id, reason });
}
if (checks.length > 0) {
  const nag = require("cdk-nag");
  Validations.of(app).addPlugins(...checks.map((pack) => new nag[pack](app)));
}
app.synth();
