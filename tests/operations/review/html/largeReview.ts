import { notTracked } from "../../../../operations/review/notTracked.ts";
import type { Review, RoleVerdict } from "../../../../operations/review/review.ts";
import { reviewOf, service, workload } from "./reviews.ts";

const verdicts: readonly RoleVerdict[] = ["could be smaller", "all in use", "too young", "never used"];

const namespaces = ["dynamodb", "ec2", "kms", "logs", "s3", "secretsmanager", "sqs", "ssm"];

const actionsNamed = (verb: string) =>
  Array.from({ length: 8 }, (_, index) => `${verb}Something${index + 1}`);

const actions = {
  used: actionsNamed("Describe"),
  unused: actionsNamed("Update"),
  untracked: actionsNamed("Get"),
};

/** A stack of 200 workloads with 8 services and 192 actions each. */
export function largeReview(): Review {
  const workloads = Array.from({ length: 200 }, (_, index) => {
    const name = `workload-${String(index + 1).padStart(3, "0")}`;
    const proposals = namespaces.map((namespace, place) => ({
      at: `workloads.${name}.access[${place}].${namespace}.level`,
      got: "readWrite",
      want: "read",
      because: `${namespace}:UpdateSomething1 was not used since 2026-08-27`,
    }));
    return workload(name, {
      verdict: verdicts[index % verdicts.length] ?? "all in use",
      services: namespaces.map((namespace) =>
        service(namespace, namespace, actions, "2026-11-24T21:40:00.000Z"),
      ),
      proposals: index % verdicts.length === 0 ? proposals : [],
    });
  });
  const removed = workloads.map(({ name }) => `-        - s3: { bucket: ${name}, level: readWrite }\n`);
  const patch = `--- a/Pulumi.prod.yaml\n+++ b/Pulumi.prod.yaml\n@@ -1,200 +0,0 @@\n${removed.join("")}`;
  return reviewOf({ workloads, notTracked, patch });
}
