import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "pull logs in and reads layers",
    entry: { ecr: { repository: "shop/orders", level: "pull" } },
    gives: [
      allow(["ecr:GetAuthorizationToken"], ["*"]),
      allow(
        [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
          "ecr:BatchImportUpstreamImage",
        ],
        [`arn:aws:ecr:${place}:repository/shop/orders`],
      ),
    ],
  },
  {
    name: "push uploads layers and puts the image",
    entry: { ecr: { repository: "orders", level: "push" } },
    gives: [
      allow(["ecr:GetAuthorizationToken"], ["*"]),
      allow(
        [
          ...["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:InitiateLayerUpload"],
          ...["ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"],
        ],
        [`arn:aws:ecr:${place}:repository/orders`],
      ),
    ],
  },
  {
    name: "pullPush is both",
    entry: { ecr: { repository: "orders", level: "pullPush" } },
    gives: [
      allow(["ecr:GetAuthorizationToken"], ["*"]),
      allow(
        [
          ...[
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchImportUpstreamImage",
          ],
          ...["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"],
        ],
        [`arn:aws:ecr:${place}:repository/orders`],
      ),
    ],
  },
];

testAccess("ecr", cases);
