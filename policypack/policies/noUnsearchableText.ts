import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { searchedInputs } from "../crossguard/searchedInputs.ts";

async function* findUnsearchableText({ inputs }: Resource): AsyncGenerator<Finding> {
  for await (const found of searchedInputs(inputs)) {
    if (found.kind !== "closed text") continue;
    yield {
      at: found.path,
      got: found.what,
      want: "text that can be searched for access keys",
      fix: "make sure that it holds no key, or write it plainly or as gzip or zip",
    };
  }
}

export const noUnsearchableText: PackPolicy = {
  name: "no-unsearchable-text",
  displayName: "Text that can be searched",
  description: "Text and files should be such that an access key in them would be found.",
  enforcementLevel: "advisory",
  severity: "low",
  tags: ["secrets"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  remediationSteps:
    "Pack scripts as gzip or zip instead of xz, bzip2, or 7z, do not encrypt them, and keep large files out of the program.",
  checkResource: findUnsearchableText,
};
