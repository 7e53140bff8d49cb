import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const certificate = "11112222-3333-4444-5555-666677778888";

const cases: AccessCase[] = [
  {
    name: "read is of the certificate and its chain",
    entry: { acm: { certificate, level: "read" } },
    gives: [
      allow(
        ["acm:DescribeCertificate", "acm:GetCertificate"],
        [`arn:aws:acm:${place}:certificate/${certificate}`],
      ),
    ],
  },
  {
    name: "export is of the private key too",
    entry: {
      acm: { certificate: `arn:aws:acm:us-east-1:444455556666:certificate/${certificate}`, level: "export" },
    },
    gives: [
      allow(
        ["acm:DescribeCertificate", "acm:GetCertificate", "acm:ExportCertificate"],
        [`arn:aws:acm:us-east-1:444455556666:certificate/${certificate}`],
      ),
    ],
  },
];

testAccess("acm", cases);
