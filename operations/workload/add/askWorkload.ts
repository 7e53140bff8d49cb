import type { z } from "zod";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import { ACCESS_SERVICES, serviceFacts, type AccessService } from "../../../components/access/index.ts";
import { formatError } from "../../../components/config/configError.ts";
import { launch } from "../../../components/config/launchSchema.ts";
import { checkSchema } from "../../../components/config/schemaErrors.ts";
import { statement } from "../../../components/config/statementSchema.ts";
import { IMAGE_ALIASES } from "../../../components/launch/images.ts";
import type { Ask } from "../../../commandLine/terminal.ts";
import { fieldsAt } from "./fieldsAt.ts";
import { type Grant, grantOf, isService } from "./grant.ts";
import type { NewWorkload } from "./newBlock.ts";
import { type NewStatement, statementOf } from "./statement.ts";

/**
 * Asks for what is not given: a description, grants, statements, and how instances start. A wrong answer is asked for
 * again.
 */
export async function askWorkload(
  ask: Ask,
  say: (line: string) => void,
  given: NewWorkload,
): Promise<NewWorkload> {
  const description = given.description ?? (await ask("What does it do, in a few words (empty: not said)? "));
  const access = given.access ?? (await askGrants(ask, say));
  const statements = given.statements ?? (await askStatements(ask, say));
  const start = given.launch ?? (await askLaunch(ask, say));
  return {
    ...(description !== "" && { description }),
    ...(access.length > 0 && { access }),
    ...(statements.length > 0 && { statements }),
    ...(start && { launch: start }),
  };
}

async function askGrants(ask: Ask, say: (line: string) => void): Promise<Grant[]> {
  const grants: Grant[] = [];
  say(`Services: ${ACCESS_SERVICES.join(", ")}`);
  for (;;) {
    const service = await ask(
      `Which ${grants.length === 0 ? "" : "further "}service may it use (empty: none)? `,
    );
    if (service === "") return grants;
    const grant = await grantOf(isService(service) ? await askText(ask, service) : `${service}=:`);
    const problem = await problemOf(accessEntry, grant);
    if (problem !== undefined) say(problem);
    else if (typeof grant !== "string") grants.push(grant);
  }
}

async function askStatements(ask: Ask, say: (line: string) => void): Promise<NewStatement[]> {
  const statements: NewStatement[] = [];
  for (;;) {
    const text = await ask("Further IAM statement, as actions on resources (empty: none)? ");
    if (text === "") return statements;
    const given = statementOf(text);
    const problem = await problemOf(statement, given);
    if (problem !== undefined) say(problem);
    else if (typeof given !== "string") statements.push(given);
  }
}

/** The text of `--access`; what there is no choice of, and what does nothing at the level, is not asked. */
async function askText(ask: Ask, service: AccessService): Promise<string> {
  const levels = Object.keys(serviceFacts[service].levels);
  const [only = "", another] = levels;
  const level = another === undefined ? only : await ask(`Level (${levels.join(", ")})? `);
  const [name, ...further] = fieldsAt(service, level).filter((field) => field !== "prefix");
  if (name === undefined) return `${service}:${level}`;
  const wanted = service === "s3" ? "bucket, or bucket/prefix/" : name;
  const first = await ask(`Which ${wanted}, by name or ARN? `);
  const others: string[] = [];
  for (const field of further) {
    const value = await ask(`Which ${field} (empty: left out)? `);
    if (value !== "") others.push(`,${field}=${value}`);
  }
  return `${service}=${first}${others.join("")}:${level}`;
}

async function askLaunch(ask: Ask, say: (line: string) => void): Promise<NewWorkload["launch"]> {
  say(`Images: ${IMAGE_ALIASES.join(", ")}, an AMI id, or the path of an SSM parameter`);
  for (;;) {
    const image = await ask("Which image do instances start from (empty: no launch template)? ");
    if (image === "") return undefined;
    const given = { image, instanceType: await ask("Which instance type, such as t3.micro? ") };
    const problem = await problemOf(launch, given);
    if (problem === undefined) return given;
    say(problem);
  }
}

/** What is wrong with an answer: its text, which is said without the option that it would have, or what was read of it. */
async function problemOf(schema: z.ZodType, read: unknown): Promise<string | undefined> {
  if (typeof read === "string")
    return read
      .replace(/^--(?:access|statement):? (?:\S*: )?/, "")
      .replace(/^( +)--statement '(.*)'$/m, "$1$2");
  const { errors } = await checkSchema(schema, read, [], { secret: false });
  return errors.length === 0 ? undefined : errors.map(formatError).join("\n");
}
