import type { PolicyRows } from "./row.ts";

const policy = "no-unsearchable-text";
const type = "aws:ssm/parameter:Parameter";

export const noUnsearchableText: PolicyRows = {
  policy,
  rows: [
    {
      name: "advises against a text that is encrypted",
      resources: [
        { type, name: "it", inputs: { type: "String", value: "-----BEGIN PGP MESSAGE-----\n\nhQEMA" } },
      ],
      finds: [[policy, "advisory", "it"]],
    },
    {
      name: "passes plain text",
      resources: [{ type, name: "it", inputs: { type: "String", value: "plain" } }],
    },
  ],
};
