import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "runs on instances of one cluster",
    entry: { ecsAgent: { cluster: "orders", level: "run" } },
    gives: [
      allow(["ecs:DiscoverPollEndpoint"], ["*"]),
      allow(
        [
          ...["ecs:RegisterContainerInstance", "ecs:DeregisterContainerInstance"],
          ...["ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange"],
          ...["ecs:SubmitAttachmentStateChanges"],
        ],
        [`arn:aws:ecs:${place}:cluster/orders`],
      ),
      allow(
        ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
        [`arn:aws:ecs:${place}:container-instance/orders/*`],
      ),
    ],
  },
  {
    name: "tags the instance only as it registers it",
    entry: { ecsAgent: { cluster: "orders", level: "runTagged" } },
    gives: [
      allow(["ecs:DiscoverPollEndpoint"], ["*"]),
      allow(
        [
          ...["ecs:RegisterContainerInstance", "ecs:DeregisterContainerInstance"],
          ...["ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange"],
          ...["ecs:SubmitAttachmentStateChanges"],
        ],
        [`arn:aws:ecs:${place}:cluster/orders`],
      ),
      allow(
        ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
        [`arn:aws:ecs:${place}:container-instance/orders/*`],
      ),
      allow(["ecs:TagResource"], [`arn:aws:ecs:${place}:container-instance/orders/*`], {
        StringEquals: { "ecs:CreateAction": ["RegisterContainerInstance"] },
      }),
    ],
  },
];

testAccess("ecsAgent", cases);
