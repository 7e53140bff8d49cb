import { gzipSync } from "node:zlib";
import { testErrors } from "./errorCase.ts";

const launching = (changes: object) => ({
  launch: { image: "al2023", instanceType: "t3.micro", ...changes },
});
const volume = (rootVolume: object) => launching({ rootVolume });
const at = "workloads.orders.launch";
const script = "#!/bin/sh\necho orders\n";
const encoded = [
  Buffer.from(script).toString("base64"),
  Buffer.from("#cloud-config\ntimezone: UTC\n")
    .toString("base64")
    .replace(/(.{20})/, "$1\n"),
  gzipSync(script).toString("base64"),
  gzipSync(script).toString("utf8"),
];

describe("config errors of launch templates that can never launch", () => {
  testErrors([
    {
      name: "too few and too many operations a second",
      workload: volume({ iops: 2999 }),
      says: [`${at}.rootVolume.iops: got 2999, want 3000 to 80000 operations a second for gp3`],
    },
    {
      name: "more operations than io1 takes for its size",
      workload: volume({ type: "io1", sizeGiB: 20, iops: 1001 }),
      says: [`${at}.rootVolume.iops: got 1001, want at most 1000 for 20 GiB, 50 for each GiB of io1`],
    },
    {
      name: "a size that gp2 does not have, and one too small for io2",
      workload: volume({ type: "io2", sizeGiB: 3, iops: 300_00 }),
      says: [
        `${at}.rootVolume.sizeGiB: got 3, want 4 to 65536 GiB for io2`,
        `${at}.rootVolume.iops: got 30000, want at most 3000 for 3 GiB, 1000 for each GiB of io2`,
      ],
    },
    {
      name: "a gp2 volume that is too large",
      workload: volume({ type: "gp2", sizeGiB: 16_385 }),
      says: [`${at}.rootVolume.sizeGiB: got 16385, want 1 to 16384 GiB for gp2`],
    },
    {
      name: "more throughput than the operations carry",
      workload: volume({ throughput: 751 }),
      says: [
        `${at}.rootVolume.throughput: got 751, want at most 750 MiB/s for 3000 operations a second, 0.25 for each`,
      ],
    },
    {
      name: "nothing of a volume at its limits",
      workload: volume({ sizeGiB: 8, iops: 4000, throughput: 1000 }),
      says: [],
    },
    {
      name: "nothing of a small volume at its baseline",
      workload: volume({ sizeGiB: 1, iops: 3000 }),
      says: [],
    },
    ...encoded.map((userData, index) => ({
      name: `user data that is encoded already, form ${index + 1}`,
      workload: launching({ userData }),
      says: [`${at}.userData: got base64 or gzip, want the plain text: the program encodes it itself`],
    })),
    { name: "nothing of a plain script", workload: launching({ userData: script }), says: [] },
    { name: "nothing of one long word", workload: launching({ userData: "abcdefghijklmnop" }), says: [] },
  ]);
});
