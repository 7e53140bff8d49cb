import { json, output } from "../../../../testing/tableResources.ts";
import { document, documentPlaces, everything } from "./documents.ts";
import type { PolicyRows, Row } from "./row.ts";

const policy = "no-unknown-documents";
const queue = { type: "aws:sqs/queue:Queue", name: "queue" };
const narrow = json(document({ Action: "sqs:SendMessage", Resource: output("queue", "arn") }));
const hidden = json({ ...everything, Id: output("queue", "arn") });

export const noUnknownDocuments: PolicyRows = {
  policy,
  rows: [
    ...documentPlaces.flatMap(([type, inputs]): Row[] => [
      {
        name: `names a document with the ARN of a new queue in ${type}, until it is known`,
        resources: [queue, { type, name: "it", inputs: inputs(narrow) }],
        finds: [[policy, "advisory", "it"]],
        findsAtUpdate: [],
      },
      {
        name: `names a document that hides *:* until the update in ${type}`,
        resources: [queue, { type, name: "it", inputs: inputs(hidden) }],
        finds: [[policy, "advisory", "it"]],
        findsAtUpdate: [["no-star-star-grants", "mandatory", "it"]],
      },
    ]),
    {
      name: "names a trust policy with the ARN of a new queue, until it is known",
      resources: [
        queue,
        {
          type: "aws:iam/role:Role",
          name: "it",
          inputs: {
            assumeRolePolicy: json(
              document({
                Action: "sts:AssumeRole",
                Principal: { Service: "sqs.amazonaws.com" },
                Condition: { ArnEquals: { "aws:SourceArn": output("queue", "arn") } },
              }),
            ),
          },
        },
      ],
      finds: [[policy, "advisory", "it"]],
      findsAtUpdate: [],
    },
    {
      name: "passes an attachment of a policy that does not exist yet",
      resources: [
        { type: "acme:index/thing:Thing", name: "thing" },
        {
          type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          name: "it",
          inputs: { role: "r", policyArn: output("thing", "arn") },
        },
      ],
    },
  ],
};
