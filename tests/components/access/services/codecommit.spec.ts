import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "pull fetches any repository of the account",
    entry: { codecommit: { repository: "*", level: "pull" } },
    gives: [allow(["codecommit:GitPull"], [`arn:aws:codecommit:${place}:*`])],
  },
  {
    name: "push sends to one repository",
    entry: { codecommit: { repository: "orders", level: "push" } },
    gives: [allow(["codecommit:GitPush"], [`arn:aws:codecommit:${place}:orders`])],
  },
  {
    name: "pullPush does both in each repository that is named",
    entry: {
      codecommit: {
        repository: ["orders", "arn:aws:codecommit:eu-west-1:444455556666:returns"],
        level: "pullPush",
      },
    },
    gives: [
      allow(
        ["codecommit:GitPull", "codecommit:GitPush"],
        [`arn:aws:codecommit:${place}:orders`, "arn:aws:codecommit:eu-west-1:444455556666:returns"],
      ),
    ],
  },
];

testAccess("codecommit", cases);
