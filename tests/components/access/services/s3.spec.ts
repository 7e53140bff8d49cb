import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "read lists the bucket and gets its objects",
    entry: { s3: { bucket: "orders", level: "read" } },
    gives: [
      allow(["s3:ListBucket"], ["arn:aws:s3:::orders"]),
      allow(["s3:GetObject"], ["arn:aws:s3:::orders/*"]),
    ],
  },
  {
    name: "read under a prefix lists and gets nothing else",
    entry: { s3: { bucket: "orders", prefix: "in/", level: "read" } },
    gives: [
      allow(["s3:ListBucket"], ["arn:aws:s3:::orders"], { StringLike: { "s3:prefix": ["in/*"] } }),
      allow(["s3:GetObject"], ["arn:aws:s3:::orders/in/*"]),
    ],
  },
  {
    name: "write reads nothing",
    entry: { s3: { bucket: "arn:aws:s3:::orders", prefix: "out/", level: "write" } },
    gives: [
      allow(["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"], ["arn:aws:s3:::orders/out/*"]),
    ],
  },
  {
    name: "readWrite is both",
    entry: { s3: { bucket: "orders", level: "readWrite" } },
    gives: [
      allow(["s3:ListBucket"], ["arn:aws:s3:::orders"]),
      allow(
        ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
        ["arn:aws:s3:::orders/*"],
      ),
    ],
  },
  {
    name: "read of a directory bucket opens sessions that read, where the stack is",
    entry: { s3: { bucket: "orders--euc1-az1--x-s3", level: "read" } },
    gives: [
      allow(["s3express:CreateSession"], [`arn:aws:s3express:${place}:bucket/orders--euc1-az1--x-s3`], {
        StringEquals: { "s3express:SessionMode": ["ReadOnly"] },
      }),
    ],
  },
  ...["arn:aws:s3:::orders--euc1-az1--x-s3", `arn:aws:s3express:${place}:bucket/orders--euc1-az1--x-s3`].map(
    (bucket) => ({
      name: `readWrite of a directory bucket opens any session: ${bucket}`,
      entry: { s3: { bucket, level: "readWrite" as const } },
      gives: [
        allow(["s3express:CreateSession"], [`arn:aws:s3express:${place}:bucket/orders--euc1-az1--x-s3`]),
      ],
    }),
  ),
];

testAccess("s3", cases);
