import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws/iam/index.js";
import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import { getPartition } from "@pulumi/aws/getPartition.js";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import { stackNames } from "../components/config/stackFiles.ts";
import { iamArn } from "../iam/arn.ts";
import type { Statement } from "../iam/statement.ts";
import {
  boundaryDocument,
  deployStatements,
  documentsOf,
  observeStatements,
  previewStatements,
} from "./documents.ts";
import {
  AUDIENCE,
  environmentOf,
  githubTrustPolicy,
  IDENTITY_PROVIDER_HOST,
  type Use,
} from "./githubTrust.ts";
import { GithubRole } from "./githubRole.ts";
import type { StackPlace } from "./place.ts";
import { parseSettings, SETTING_KEYS, type Settings } from "./settings.ts";
import { boundaryPath, bootstrapProject } from "../components/permissions/workloadBoundary.ts";

const projectFolder = path.dirname(import.meta.dirname);

const LISTS = ["stacks", "boundaryServices", "boundaryActions", "boundaryRoles"];

/** The settings of this stack. Stacks that are not named are all that the repository has a file for. */
function readSettings(): Settings {
  const config = new pulumi.Config();
  const entries = SETTING_KEYS.flatMap((key): [string, unknown][] => {
    const value: unknown = LISTS.includes(key) ? config.getObject(key) : config.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  const settings = parseSettings({ stacks: stackNames(projectFolder), ...Object.fromEntries(entries) });
  if (!("errors" in settings)) return settings;
  const errors = settings.errors.map((error) => `\n  ${pulumi.getProject()}:${error}`).join("");
  throw new pulumi.RunError(`The configuration has ${settings.errors.length} errors:${errors}`);
}

/** An account has at most one provider for a host, and others may have made it. */
function identityProviderArn({ identityProviderArn: existing }: Settings, arn: string): string {
  if (existing !== undefined) return existing;
  new aws.OpenIdConnectProvider("github", {
    url: `https://${IDENTITY_PROVIDER_HOST}`,
    clientIdLists: [AUDIENCE],
  });
  return arn;
}

/** Everything an account needs once, before its first stack: made by an administrator, and rarely changed. */
export default async () => {
  const settings = readSettings();
  const { name: project } = parse(readFileSync(path.join(projectFolder, "Pulumi.yaml"), "utf8")) as {
    name: string;
  };
  const [{ accountId: account }, { partition }] = await Promise.all([getCallerIdentity(), getPartition()]);
  const arn = (resource: string) => iamArn({ account, partition, region: "" }, resource);
  const own = bootstrapProject(project);
  const iamPath = `/${own}/`;
  const { repository, stacks, stateBucket, stateKeyArn } = settings;
  const store = { partition, bucket: stateBucket, stateKeyArn };

  const boundaryChoice = {
    services: settings.boundaryServices,
    actions: settings.boundaryActions,
    roles: settings.boundaryRoles,
  };
  const boundary = new aws.Policy("boundary", {
    name: `${project}-boundary`,
    path: iamPath,
    policy: boundaryDocument(boundaryChoice),
  });
  const boundaryArn = arn(`policy/${boundaryPath(project)}`);

  const provider = identityProviderArn(settings, arn(`oidc-provider/${IDENTITY_PROVIDER_HOST}`));
  const places = stacks.map((stack): StackPlace => ({ account, partition, project, stack }));
  const rolesFor = (use: Use, description: string, statementsOf: (place: StackPlace) => Statement[]) =>
    Object.fromEntries(
      places.map((place) => {
        const { roleArn } = new GithubRole(`${use}-${place.stack}`, {
          physicalName: `${project}-${use}-${place.stack}`,
          path: iamPath,
          description: `${description} the stack ${place.stack}`,
          assumeRolePolicy: githubTrustPolicy(provider, repository, environmentOf(use, place.stack)),
          policyDocuments: documentsOf(statementsOf(place)),
        });
        return [place.stack, roleArn];
      }),
    );
  return {
    permissionsBoundary: boundary.arn,
    deployRoleArns: rolesFor("deploy", "Deploys and verifies", (place) =>
      deployStatements(place, boundaryArn, store),
    ),
    previewRoleArns: rolesFor("preview", "Previews pull requests of", (place) =>
      previewStatements(place, store),
    ),
    observeRoleArns: rolesFor("observe", "Verifies and reviews", (place) => observeStatements(place, store)),
  };
};
