import { attachmentPlaces, document, documentPlaces } from "./documents.ts";
import type { PolicyRows, Row } from "./row.ts";

const policy = "no-privilege-escalation";
const passAny = JSON.stringify(
  document({ Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/*" }),
);
const passOne = JSON.stringify(
  document({ Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/api" }),
);

export const noPrivilegeEscalation: PolicyRows = {
  policy,
  rows: [
    ...documentPlaces.flatMap(([type, inputs]): Row[] => [
      {
        name: `denies passing any role in ${type}`,
        resources: [{ type, name: "it", inputs: inputs(passAny) }],
        finds: [[policy, "mandatory", "it"]],
      },
      {
        name: `passes passing one role in ${type}`,
        resources: [{ type, name: "it", inputs: inputs(passOne) }],
      },
    ]),
    ...attachmentPlaces.map(([type, inputs]): Row => ({
      name: `denies the managed policy that may change all of IAM in ${type}`,
      resources: [{ type, name: "it", inputs: inputs("arn:aws:iam::aws:policy/IAMFullAccess") }],
      finds: [
        [policy, "mandatory", "it"],
        ["no-full-access-managed-policies", "advisory", "it"],
        // It may also take away policies that deny something.
        ["no-risky-grants", "advisory", "it"],
      ],
    })),
  ],
};
