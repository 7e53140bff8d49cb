import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const authority = "11112222-3333-4444-5555-666677778888";
const arn = `arn:aws:acm-pca:${place}:certificate-authority/${authority}`;
const READ = ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"];

const cases: AccessCase[] = [
  {
    name: "read is of the authority and its own certificate",
    entry: { acmPca: { authority, level: "read" } },
    gives: [allow(READ, [arn])],
  },
  {
    name: "issue is limited to a template",
    entry: { acmPca: { authority, template: "EndEntityServerAuthCertificate/V1", level: "issue" } },
    gives: [
      allow([...READ, "acm-pca:GetCertificate"], [arn]),
      allow(["acm-pca:IssueCertificate"], [arn], {
        ArnLike: {
          "acm-pca:TemplateArn": ["arn:aws:acm-pca:::template/EndEntityServerAuthCertificate/V1"],
        },
      }),
    ],
  },
];

testAccess("acmPca", cases);

describe("access to acmPca", () => {
  for (const [name, grant] of Object.entries({
    "to issue without a template": {},
    "a template of authorities": { template: "SubordinateCACertificate_PathLen0/V1" },
    "a template of authorities by ARN": {
      template: "arn:aws:acm-pca:::template/BlankSubordinateCACertificate_APIPassthrough/V1",
    },
    "templates by a wildcard": { template: "EndEntity*/V1" },
  })) {
    it(`refuses ${name}`, () => {
      const entry = { acmPca: { authority, ...grant, level: "issue" } };
      assert.equal(accessEntry.safeParse(entry).success, false);
    });
  }
});
