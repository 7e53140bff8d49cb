import { claimsOf } from "./account.ts";
import type { Claims } from "./webIdentity.ts";

const own = claimsOf("environment:prod");

/** Jobs that try to take the role that deploys `prod`, or the one that reads, and how that ends. */
export const trustCases: readonly [
  name: string,
  role: "deploy" | "read",
  claims: Claims,
  outcome: "done" | "AccessDenied",
][] = [
  ["a job in the environment deploys", "deploy", own, "done"],
  ["a job in another environment does not", "deploy", claimsOf("environment:dev"), "AccessDenied"],
  ["a job of the branch alone does not", "deploy", claimsOf("ref:refs/heads/main"), "AccessDenied"],
  ["a pull request does not", "deploy", claimsOf("pull_request"), "AccessDenied"],
  ["another repository does not", "deploy", claimsOf("environment:prod", "acme/other"), "AccessDenied"],
  [
    "a repository whose name starts alike does not",
    "deploy",
    claimsOf("environment:prod", "acme/instance-profiles-2"),
    "AccessDenied",
  ],
  ["a token for another audience does not", "deploy", { ...own, aud: "elsewhere" }, "AccessDenied"],
  ["a token of another issuer does not", "deploy", { ...own, iss: "https://tokens.example" }, "AccessDenied"],
  ["a pull request reads", "read", claimsOf("pull_request"), "done"],
  ["the main branch reads", "read", claimsOf("ref:refs/heads/main"), "done"],
  ["another branch does not", "read", claimsOf("ref:refs/heads/topic"), "AccessDenied"],
];
