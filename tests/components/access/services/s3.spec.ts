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
  {
    name: "list under several prefixes, one of which names the start of file names",
    entry: { s3: { bucket: "orders", prefix: ["in/", "report-*"], level: "list" } },
    gives: [
      allow(["s3:ListBucket"], ["arn:aws:s3:::orders"], {
        StringLike: { "s3:prefix": ["in/*", "report-*"] },
      }),
    ],
  },
  {
    name: "get of several buckets lists nothing",
    entry: { s3: { bucket: ["orders", "bills"], prefix: "in/", level: "get" } },
    gives: [allow(["s3:GetObject"], ["arn:aws:s3:::orders/in/*", "arn:aws:s3:::bills/in/*"])],
  },
  {
    name: "put uploads in parts and aborts, and deletes nothing",
    entry: { s3: { bucket: "orders", prefix: "out/", level: "put" } },
    gives: [
      allow(
        ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
        ["arn:aws:s3:::orders/out/*"],
      ),
    ],
  },
  {
    name: "readPut is what a cache needs that expires by itself",
    entry: { s3: { bucket: "orders", level: "readPut" } },
    gives: [
      allow(["s3:ListBucket"], ["arn:aws:s3:::orders"]),
      allow(
        ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
        ["arn:aws:s3:::orders/*"],
      ),
    ],
  },
  {
    name: "delete takes earlier versions away too where they are asked for",
    entry: { s3: { bucket: "orders", parts: "versions", level: "delete" } },
    gives: [allow(["s3:DeleteObject", "s3:DeleteObjectVersion"], ["arn:aws:s3:::orders/*"])],
  },
  {
    name: "read with all parts of the objects",
    entry: { s3: { bucket: "orders", prefix: "in/", parts: ["versions", "tags", "acl"], level: "read" } },
    gives: [
      allow(["s3:ListBucket", "s3:ListBucketVersions"], ["arn:aws:s3:::orders"], {
        StringLike: { "s3:prefix": ["in/*"] },
      }),
      allow(
        [
          ...["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObjectVersionTagging"],
          "s3:GetObjectAcl",
        ],
        ["arn:aws:s3:::orders/in/*"],
      ),
    ],
  },
  {
    name: "put with tags and an access control list",
    entry: { s3: { bucket: "orders", parts: ["tags", "acl"], level: "put" } },
    gives: [
      allow(
        [
          ...["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
          ...["s3:PutObjectTagging", "s3:PutObjectAcl"],
        ],
        ["arn:aws:s3:::orders/*"],
      ),
    ],
  },
  {
    name: "read through an access point",
    entry: { s3: { bucket: `arn:aws:s3:${place}:accesspoint/orders`, prefix: "in/", level: "read" } },
    gives: [
      allow(["s3:ListBucket"], [`arn:aws:s3:${place}:accesspoint/orders`], {
        StringLike: { "s3:prefix": ["in/*"] },
      }),
      allow(["s3:GetObject"], [`arn:aws:s3:${place}:accesspoint/orders/object/in/*`]),
    ],
  },
  {
    name: "get of what an own key encrypts",
    entry: { s3: { bucket: "orders", key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "get" } },
    gives: [
      allow(["s3:GetObject"], ["arn:aws:s3:::orders/*"]),
      allow(["kms:Decrypt"], [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`], {
        StringEquals: { "kms:ViaService": ["s3.eu-central-1.amazonaws.com"] },
      }),
    ],
  },
  {
    name: "put of what an own key encrypts",
    entry: { s3: { bucket: "orders", key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "put" } },
    gives: [
      allow(
        ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
        ["arn:aws:s3:::orders/*"],
      ),
      allow(
        ["kms:GenerateDataKey", "kms:Decrypt"],
        [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
        {
          StringEquals: { "kms:ViaService": ["s3.eu-central-1.amazonaws.com"] },
        },
      ),
    ],
  },
];

testAccess("s3", cases);
