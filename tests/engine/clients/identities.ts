/**
 * The SDK for JavaScript in a program that stays: for each line on stdin it says with which key it is whom. From one line to
 * the next its credentials have got old.
 */
import { createInterface } from "node:readline";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

const sts = new STSClient({});
let key = "";
// What the client has signed with.
sts.middlewareStack.add(
  (next) => (args) => {
    const { headers } = args.request as { readonly headers: Record<string, string> };
    key = /Credential=(\w+)/.exec(headers.authorization ?? "")?.[1] ?? "";
    return next(args);
  },
  { step: "finalizeRequest", priority: "low" },
);
const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
while (!(await lines.next()).done) {
  await sts.config.credentials({ forceRefresh: true });
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  process.stdout.write(`${key} ${Arn ?? ""}\n`);
}
