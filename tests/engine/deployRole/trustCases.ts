import type { Use } from "../../../bootstrap/githubTrust.ts";
import { claimsOf } from "./account.ts";
import type { Claims } from "./webIdentity.ts";

const own = claimsOf("environment:prod");

/** Jobs that try to take a role of `prod`, and how that ends. */
export const trustCases: readonly [
  name: string,
  role: Use,
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
  ["a job in the environment of previews previews", "preview", claimsOf("environment:preview-prod"), "done"],
  ["a job of another preview does not", "preview", claimsOf("environment:preview-dev"), "AccessDenied"],
  [
    "a pull request without environment does not preview",
    "preview",
    claimsOf("pull_request"),
    "AccessDenied",
  ],
  ["a branch does not preview", "preview", claimsOf("ref:refs/heads/topic"), "AccessDenied"],
  ["a job in the environment of observers observes", "observe", claimsOf("environment:observe-prod"), "done"],
  ["a preview does not observe", "observe", claimsOf("environment:preview-prod"), "AccessDenied"],
  ["the main branch alone does not observe", "observe", claimsOf("ref:refs/heads/main"), "AccessDenied"],
  ["a preview does not deploy", "deploy", claimsOf("environment:preview-prod"), "AccessDenied"],
];
