import { output } from "../../../../testing/tableResources.ts";
import { hardened } from "./requireImdsv2.ts";
import type { PolicyRows } from "./row.ts";

const policy = "no-unknown-user-data";
const type = "aws:ec2/launchTemplate:LaunchTemplate";

export const noUnknownUserData: PolicyRows = {
  policy,
  rows: [
    {
      name: "advises against user data that another resource decides",
      resources: [
        { type: "aws:sqs/queue:Queue", name: "queue" },
        { type, name: "it", inputs: { metadataOptions: hardened, userData: output("queue", "id") } },
      ],
      finds: [[policy, "advisory", "it"]],
      findsAtUpdate: [],
    },
    {
      name: "passes user data that is known",
      resources: [{ type, name: "it", inputs: { metadataOptions: hardened, userData: "IyEvYmluL3NoCg==" } }],
    },
  ],
};
