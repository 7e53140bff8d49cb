import assert from "node:assert/strict";
import {
  imageArchitecture,
  imageId,
  instanceArchitecture,
  rootDeviceName,
} from "../../../components/launch/images.ts";

const AMAZON_LINUX = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default";
const UBUNTU = "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id";

describe("images", () => {
  for (const { image, gives } of [
    { image: "al2023", gives: [`resolve:ssm:${AMAZON_LINUX}-x86_64`, "/dev/xvda", "x86_64"] },
    { image: "al2023-arm64", gives: [`resolve:ssm:${AMAZON_LINUX}-arm64`, "/dev/xvda", "arm64"] },
    { image: "ubuntu-24.04", gives: [`resolve:ssm:${UBUNTU}`, "/dev/sda1", "x86_64"] },
    { image: "ami-0123456789abcdef0", gives: ["ami-0123456789abcdef0", undefined, undefined] },
    { image: "/shop/image", gives: ["resolve:ssm:/shop/image", undefined, undefined] },
    { image: "/shop/arm64/image", gives: ["resolve:ssm:/shop/arm64/image", undefined, "arm64"] },
  ]) {
    it(`${image} has an id, a root device and an architecture as far as its name tells`, () => {
      assert.deepEqual([imageId(image), rootDeviceName(image), imageArchitecture(image)], gives);
    });
  }
});

describe("the architecture of an instance type", () => {
  for (const [architecture, types] of [
    [
      "arm64",
      ["a1.large", "t4g.nano", "m7gd.metal", "c7gn.large", "im4gn.large", "x2gd.medium", "g5g.xlarge"],
    ],
    [
      "x86_64",
      ["t3.micro", "c6i.large", "g4dn.xlarge", "g6.xlarge", "i3en.large", "u-6tb1.metal", "m7a.large"],
    ],
    [undefined, ["mac2.metal", "mac1.metal"]],
  ] as const) {
    it(`is ${architecture ?? "left open"} for ${types.join(", ")}`, () => {
      assert.deepEqual(
        types.map((type) => instanceArchitecture(type)),
        types.map(() => architecture),
      );
    });
  }
});
