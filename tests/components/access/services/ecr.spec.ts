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
  {
    name: "pull from any repository of the account",
    entry: { ecr: { repository: "*", level: "pull" } },
    gives: [
      allow(["ecr:GetAuthorizationToken"], ["*"]),
      allow(
        [
          ...["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          "ecr:BatchImportUpstreamImage",
        ],
        [`arn:aws:ecr:${place}:repository/*`],
      ),
    ],
  },
  {
    name: "pullThrough makes the repository of an image that is new to the cache",
    entry: { ecr: { repository: "docker-hub/*", level: "pullThrough" } },
    gives: [
      allow(["ecr:GetAuthorizationToken"], ["*"]),
      allow(
        [
          ...["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          ...["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
        ],
        [`arn:aws:ecr:${place}:repository/docker-hub/*`],
      ),
    ],
  },
  {
    name: "list describes repositories and images",
    entry: { ecr: { repository: ["team/*", "orders"], level: "list" } },
    gives: [
      allow(
        ["ecr:DescribeRepositories", "ecr:ListImages", "ecr:DescribeImages"],
        [`arn:aws:ecr:${place}:repository/team/*`, `arn:aws:ecr:${place}:repository/orders`],
      ),
    ],
  },
];

testAccess("ecr", cases);
