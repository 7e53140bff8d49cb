import { fieldsByLevel } from "../fieldsByLevel.ts";
import { text } from "../../fields.ts";
import { placesOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";
import type { Right } from "../rights.ts";

const repository: ResourceField = {
  description: "The domain and the repository, such as acme/npm.",
  noun: "<domain>/<repository>",
  name: /[a-z][a-z0-9-]{1,49}\/[A-Za-z0-9][\w.-]{1,99}/,
  arn: "codeartifact:{region}:{account}:repository/{name}",
  example: "acme/npm",
};

/** The token is of the domain; STS makes it, and asks for a right of its own that has no resource. */
const LOGIN: readonly Right[] = [
  [["codeartifact:GetAuthorizationToken"], "{domain}"],
  [
    ["sts:GetServiceBearerToken"],
    "*",
    { StringEquals: { "sts:AWSServiceName": ["codeartifact.amazonaws.com"] } },
  ],
  [["codeartifact:GetRepositoryEndpoint"], "{repository}"],
];

/**
 * Packages of a repository, as package managers read and publish them.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repo-policies.html
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/get-set-up-provision-user.html
 */
export const codeartifact = service({
  description: {
    english: "Packages of a repository, and the token to log in to its domain.",
    korean: "리포지토리의 패키지, 그리고 도메인 로그인 토큰",
  },
  resources: { repository },
  fields: {
    package: text(
      "<format>/<namespace>/<name>, such as npm/acme/*, or generic//tools/cli without a namespace",
      /^(?!.*\$)[a-z*]+(\/[^\s:]*){2}$/,
    )
      .meta({
        description: "What may be published, as in the ARN of a package. Any package if left out.",
        examples: ["npm/acme/*"],
      })
      .optional(),
  },
  names: {
    english: "`repository` (`domain/repository`), optional `package` to publish",
    korean: "`repository`(`도메인/리포지토리`), 게시할 `package`는 선택",
  },
  levels: {
    read: [...LOGIN, [["codeartifact:ReadFromRepository"], "{repository}"]],
    // Maven puts metadata of the package too. NuGet reads as well, for which there is readPublish.
    publish: [
      ...LOGIN,
      [["codeartifact:PublishPackageVersion", "codeartifact:PutPackageMetadata"], "{packages}"],
    ],
    readPublish: ["read", "publish"],
  },
  derived(grant, target) {
    const places = placesOf(repository, grant.repository, target).map(
      ({ partition, region, account, resource }) => ({
        start: `arn:${partition}:codeartifact:${region}:${account}`,
        name: resource.slice("repository/".length),
      }),
    );
    return {
      domain: [...new Set(places.map(({ start, name }) => `${start}:domain/${name.replace(/\/.*$/, "")}`))],
      packages: places.map(({ start, name }) => `${start}:package/${name}/${grant.package ?? "*/*/*"}`),
    };
  },
  refine: fieldsByLevel({ publish: ["package?"], readPublish: ["package?"] }),
  examples: [
    { repository: "acme/npm", level: "read" },
    { repository: "acme/npm", package: "npm/acme/*", level: "publish" },
  ],
  neighbouringActions: ["codeartifact:DeletePackageVersions", "codeartifact:PutRepositoryPermissionsPolicy"],
});
