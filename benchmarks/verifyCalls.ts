/** The requests that `verify` needs and nothing else: from questions that were written down before, with no judgement. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  paginateDescribeIamInstanceProfileAssociations,
  paginateDescribeInstances,
  paginateDescribeLaunchTemplates,
} from "@aws-sdk/client-ec2";
import {
  GetInstanceProfileCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListInstanceProfiles,
  paginateListRoles,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { clientsIn } from "../operations/clients.ts";
import { expectedAllowed, undeclared } from "../operations/probes/expectations.ts";
import type { Question } from "../operations/probes/questions.ts";
import { simulate } from "../operations/probes/simulate.ts";
import { deployedStack } from "../operations/deployedStack.ts";

interface Asked {
  readonly roleArn: string;
  readonly instanceProfileName: string;
  readonly questions: readonly Question[];
}

const [file = ""] = process.argv.slice(2);

async function write(): Promise<void> {
  const { declared, outputs, target } = await deployedStack(process.cwd(), "dev");
  const asked = declared.map(async (workload): Promise<Asked> => ({
    roleArn: outputs[workload.name]?.roleArn ?? "",
    instanceProfileName: outputs[workload.name]?.instanceProfileName ?? "",
    questions: [...(await expectedAllowed(workload, {}, target)), ...undeclared(workload, {})],
  }));
  writeFileSync(file, JSON.stringify(await Promise.all(asked)));
}

async function exhaust(pages: AsyncIterable<unknown>): Promise<void> {
  const iterator = pages[Symbol.asyncIterator]();
  while (!(await iterator.next()).done);
}

async function ask(): Promise<void> {
  const { ec2, iam, sts } = clientsIn("eu-central-1");
  const asked = JSON.parse(readFileSync(file, "utf8")) as Asked[];
  await Promise.all([
    sts.send(new GetCallerIdentityCommand({})),
    exhaust(paginateListInstanceProfiles({ client: iam }, {})),
    exhaust(
      paginateGetAccountAuthorizationDetails(
        { client: iam, pageSize: 1000 },
        { Filter: ["Role", "LocalManagedPolicy", "User", "Group"] },
      ),
    ),
    exhaust(paginateListRoles({ client: iam, pageSize: 1000 }, { PathPrefix: "/instance-profiles/dev/" })),
    exhaust(paginateDescribeLaunchTemplates({ client: ec2 }, {})),
    exhaust(paginateDescribeIamInstanceProfileAssociations({ client: ec2 }, {})),
    exhaust(
      paginateDescribeInstances(
        { client: ec2 },
        { Filters: [{ Name: "tag:aws:ec2launchtemplate:id", Values: ["lt-0"] }] },
      ),
    ),
    ...asked.map(({ instanceProfileName: InstanceProfileName }) =>
      iam.send(new GetInstanceProfileCommand({ InstanceProfileName })),
    ),
    ...asked.map(({ roleArn, questions }) => simulate(iam, roleArn, questions)),
  ]);
}

void (existsSync(file) ? ask() : write());
