import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "invalidate empties the cache of one distribution, and waits for it",
    entry: { cloudfront: { distribution: "E1234567890ABC", level: "invalidate" } },
    gives: [
      allow(
        ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
        ["arn:aws:cloudfront::111122223333:distribution/E1234567890ABC"],
      ),
    ],
  },
];

testAccess("cloudfront", cases);
