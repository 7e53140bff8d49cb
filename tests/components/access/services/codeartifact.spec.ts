import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const bearer = allow(["sts:GetServiceBearerToken"], ["*"], {
  StringEquals: { "sts:AWSServiceName": ["codeartifact.amazonaws.com"] },
});
const domain = `arn:aws:codeartifact:${place}:domain/acme`;
const repository = `arn:aws:codeartifact:${place}:repository/acme/npm`;

const cases: AccessCase[] = [
  {
    name: "read logs in to the domain and reads the repository",
    entry: { codeartifact: { repository: "acme/npm", level: "read" } },
    gives: [
      allow(["codeartifact:GetAuthorizationToken"], [domain]),
      bearer,
      allow(["codeartifact:GetRepositoryEndpoint", "codeartifact:ReadFromRepository"], [repository]),
    ],
  },
  {
    name: "publish puts the packages that are named",
    entry: { codeartifact: { repository: "acme/npm", package: "npm/acme/*", level: "publish" } },
    gives: [
      allow(["codeartifact:GetAuthorizationToken"], [domain]),
      bearer,
      allow(["codeartifact:GetRepositoryEndpoint"], [repository]),
      allow(
        ["codeartifact:PublishPackageVersion", "codeartifact:PutPackageMetadata"],
        [`arn:aws:codeartifact:${place}:package/acme/npm/npm/acme/*`],
      ),
    ],
  },
  {
    name: "readPublish on a repository of another account logs in to the domain there",
    entry: {
      codeartifact: {
        repository: "arn:aws:codeartifact:eu-west-1:444455556666:repository/acme/npm",
        level: "readPublish",
      },
    },
    gives: [
      allow(
        ["codeartifact:GetAuthorizationToken"],
        ["arn:aws:codeartifact:eu-west-1:444455556666:domain/acme"],
      ),
      bearer,
      allow(
        ["codeartifact:GetRepositoryEndpoint", "codeartifact:ReadFromRepository"],
        ["arn:aws:codeartifact:eu-west-1:444455556666:repository/acme/npm"],
      ),
      allow(
        ["codeartifact:PublishPackageVersion", "codeartifact:PutPackageMetadata"],
        ["arn:aws:codeartifact:eu-west-1:444455556666:package/acme/npm/*/*/*"],
      ),
    ],
  },
];

testAccess("codeartifact", cases);
