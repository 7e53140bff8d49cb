import { launching, testErrors, type ErrorCase } from "./errorCase.ts";

const cases: ErrorCase[] = [
  {
    name: "a launch without its two needed keys",
    workload: { launch: {} },
    says: [
      "workloads.orders.launch.image: missing, want al2023 | al2023-arm64 | ubuntu-24.04 | an AMI id | the path of an SSM parameter",
      "workloads.orders.launch.instanceType: missing, want an instance type, such as t3.micro",
    ],
  },
  {
    name: "bad image, instance type and security group",
    workload: launching({ image: "ami-12", instanceType: "t3", securityGroupIds: ["sg-1"] }),
    says: [
      'workloads.orders.launch.image: got "ami-12", want al2023 | al2023-arm64 | ubuntu-24.04 | an AMI id | the path of an SSM parameter',
      'workloads.orders.launch.instanceType: got "t3", want an instance type, such as t3.micro',
      'workloads.orders.launch.securityGroupIds[0]: got "sg-1", want a security group id, such as sg-0123456789abcdef0',
    ],
  },
  ...[0, 65, 1.5].map((hopLimit) => ({
    name: `a hop limit of ${hopLimit}`,
    workload: launching({ hopLimit }),
    says: [`workloads.orders.launch.hopLimit: got ${hopLimit}, want a whole number from 1 to 64`],
  })),
  {
    name: "an image for another processor",
    workload: launching({ image: "al2023-arm64" }),
    says: [
      'workloads.orders.launch.instanceType: got "t3.micro", want an instance type for arm64, the architecture of the image',
    ],
  },
  {
    name: "an instance type for another processor",
    workload: launching({ instanceType: "c7g.large" }),
    says: [
      'workloads.orders.launch.instanceType: got "c7g.large", want an instance type for x86_64, the architecture of the image',
    ],
  },
  {
    name: "an image whose root device nobody can know",
    workload: launching({ image: "ami-0123456789abcdef0" }),
    says: [
      'workloads.orders.launch.rootVolume.deviceName: missing, want the root device of the image (RootDeviceName in "aws ec2 describe-images")',
    ],
  },
  {
    name: "user data of more than 16,384 bytes, though of fewer characters",
    workload: launching({ userData: "ü".repeat(8193) }),
    says: ["workloads.orders.launch.userData: got 16386 bytes, want at most 16384"],
  },
  {
    name: "nothing for user data of 16,384 bytes",
    workload: launching({ userData: "x".repeat(16_384) }),
    says: [],
  },
  {
    name: "user data twice",
    workload: launching({ userData: "x", userDataFile: "workloads/orders-api.sh" }),
    says: ["workloads.orders.launch: userData and userDataFile are both set; keep one"],
  },
  {
    name: "a user data file that is not there",
    workload: launching({ userDataFile: "workloads/none.sh" }),
    says: ['workloads.orders.launch.userDataFile: got "workloads/none.sh", want a file that exists'],
  },
  {
    name: "a user data file outside the project folder",
    workload: launching({ userDataFile: "../none.sh" }),
    says: ['workloads.orders.launch.userDataFile: got "../none.sh", want a file inside the project folder'],
  },
  {
    name: "a root volume that cannot be",
    workload: launching({
      rootVolume: { sizeGiB: 0, type: "gp4", throughput: 3000, deviceName: "xvda", kmsKey: "arn:aws:s3:::x" },
    }),
    says: [
      "workloads.orders.launch.rootVolume.sizeGiB: got 0, want a whole number from 1 to 65536 GiB",
      'workloads.orders.launch.rootVolume.type: got "gp4", want gp3 | gp2 | io1 | io2; did you mean "gp3"?',
      "workloads.orders.launch.rootVolume.throughput: got 3000, want a whole number from 125 to 2000 MiB/s",
      'workloads.orders.launch.rootVolume.kmsKey: got "arn:aws:s3:::x", want a key id, alias/<name> or an ARN like arn:aws:kms:eu-central-1:111122223333:key/1234abcd-…',
      'workloads.orders.launch.rootVolume.deviceName: got "xvda", want a device name, such as /dev/xvda',
    ],
  },
  {
    name: "speeds that the volume type has not",
    workload: launching({ rootVolume: { type: "gp2", iops: 3000, throughput: 125 } }),
    says: [
      "workloads.orders.launch.rootVolume.iops: does nothing for gp2; remove it or choose gp3",
      "workloads.orders.launch.rootVolume.throughput: does nothing for gp2; remove it or choose gp3",
    ],
  },
  {
    name: "an io2 volume without a speed",
    workload: launching({ rootVolume: { type: "io2" } }),
    says: ["workloads.orders.launch.rootVolume.iops: missing, want a number of operations a second for io2"],
  },
];

describe("config errors of launch", () => {
  testErrors(cases);
});
