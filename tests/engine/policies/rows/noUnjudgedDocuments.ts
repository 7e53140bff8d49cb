import { output } from "../../../../testing/tableResources.ts";
import { narrow, templateOf } from "./documents.ts";
import type { PolicyRows } from "./row.ts";

const policy = "no-unjudged-documents";
const type = "aws:cloudformation/stack:Stack";

export const noUnjudgedDocuments: PolicyRows = {
  policy,
  rows: [
    {
      name: "advises on a template that is kept elsewhere",
      resources: [
        { type, name: "it", inputs: { templateUrl: "https://templates.s3.amazonaws.com/role.yaml" } },
      ],
      finds: [[policy, "advisory", "it"]],
    },
    {
      name: "advises on a template that is broken",
      resources: [{ type, name: "it", inputs: { templateBody: "Resources: [}" } }],
      finds: [[policy, "advisory", "it"]],
    },
    {
      name: "advises on a document in a type that is not judged",
      resources: [{ type: "aws:iot/policy:Policy", name: "it", inputs: { policy: JSON.stringify(narrow) } }],
      finds: [[policy, "advisory", "it"]],
    },
    {
      name: "passes a template that is judged",
      resources: [{ type, name: "it", inputs: { templateBody: JSON.stringify(templateOf(narrow)) } }],
    },
    {
      name: "leaves a template that another resource decides to no-unknown-documents",
      resources: [
        { type: "aws:sqs/queue:Queue", name: "queue" },
        { type, name: "it", inputs: { templateBody: output("queue", "id") } },
      ],
      finds: [["no-unknown-documents", "advisory", "it"]],
      findsAtUpdate: [[policy, "advisory", "it"]],
    },
  ],
};
