import { Failure } from "../../../commandLine/failure.ts";
import { clientsIn } from "../../clients.ts";
import { stackCaller, targetOf } from "../../deployedStack.ts";
import { callerAccount } from "../../ownAccount.ts";
import { accountIn } from "../../stackFile/accountIn.ts";
import type { StackText } from "../../stackFile/stackText.ts";
import { findRole } from "./findRole.ts";
import { readRole } from "./readRole.ts";

/** Reads roles as whoever the stack calls AWS, each once however often it is named. */
export async function readRoles({ values, file }: StackText, texts: readonly string[]) {
  const config = { values };
  const { region, partition } = targetOf({}, config, process.env);
  const clients = clientsIn(region, await stackCaller(config));
  const account = await callerAccount(clients);
  const own = accountIn(values);
  if (own !== null && own !== account)
    throw new Failure(
      `the credentials are of account ${account}, and ${file} is for ${own}: choose its credentials with AWS_PROFILE`,
    );
  const names = await Promise.all(texts.map((text) => findRole(clients, text, { account, region })));
  const roles = await Promise.all([...new Set(names)].map((name) => readRole(clients, name)));
  return { roles, target: { account, region, partition } };
}
