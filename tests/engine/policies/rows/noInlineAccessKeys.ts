import { sampleId, sampleSecret } from "../../../../testing/sampleKeys.ts";
import { output, secret } from "../../../../testing/tableResources.ts";
import { keyPlaces } from "./keyPlaces.ts";
import type { PolicyRows, Row, Violation } from "./row.ts";

const policy = "no-inline-access-keys";
const script = (id: string) => `#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${id}\n`;
const reports = (resource = "it"): readonly Violation[] => [[policy, "mandatory", resource]];

const inPlaces = keyPlaces.flatMap(([place, type, inputs]): Row[] => [
  {
    name: `denies a key in ${place}`,
    resources: [{ type, name: "it", inputs: inputs(script(sampleId("AKIA"))) }],
    finds: reports(),
  },
  {
    name: `passes the id of a role in ${place}`,
    resources: [{ type, name: "it", inputs: inputs(script(sampleId("AROA"))) }],
  },
]);

export const noInlineAccessKeys: PolicyRows = {
  policy,
  rows: [
    ...inPlaces,
    {
      name: "denies a secret access key beside its name",
      resources: [{ type: "acme:index/thing:Thing", name: "it", inputs: { secretAccessKey: sampleSecret } }],
      finds: reports(),
    },
    {
      name: "denies both keys of a provider, whatever they look like",
      resources: [
        {
          type: "pulumi:providers:aws",
          name: "it",
          inputs: { accessKey: "test", secretKey: secret("test") },
        },
      ],
      finds: [...reports(), ...reports()],
    },
    {
      name: "denies keys of a provider that are unknown at preview",
      resources: [
        { type: "acme:index/thing:Thing", name: "vault" },
        { type: "pulumi:providers:aws", name: "it", inputs: { accessKey: output("vault", "arn") } },
      ],
      finds: reports(),
    },
    {
      name: "denies a key beside a value that is unknown at preview",
      resources: [
        { type: "aws:sqs/queue:Queue", name: "new" },
        {
          type: "aws:ssm/parameter:Parameter",
          name: "it",
          inputs: { description: output("new", "arn"), value: sampleId("ASIA") },
        },
      ],
      finds: reports(),
    },
    {
      name: "denies a resource that makes an access key",
      resources: [{ type: "aws:iam/accessKey:AccessKey", name: "it", inputs: { user: "deployer" } }],
      finds: reports(),
    },
    {
      name: "passes a provider that takes a role",
      resources: [
        {
          type: "pulumi:providers:aws",
          name: "it",
          inputs: { assumeRoles: '[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]' },
        },
      ],
    },
  ],
};
