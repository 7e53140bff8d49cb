import assert from "node:assert/strict";
import { clientsIn } from "../../operations/clients.ts";
import { requireOwnAccount } from "../../operations/ownAccount.ts";
import { StubbedTransport } from "./stubbedTransport.ts";

const target = { account: "111122223333", region: "eu-central-1", partition: "aws" };

const clientsOf = (account: string) =>
  new StubbedTransport({ GetCallerIdentity: () => `<Account>${account}</Account>` }).carry(
    clientsIn("eu-central-1"),
  );

describe("the account of the credentials", () => {
  it("is that of the stack", async () => {
    assert.equal(await requireOwnAccount(clientsOf(target.account), "prod", target), target.account);
  });

  it("is named where it is not, with both ways to choose others", async () => {
    await assert.rejects(requireOwnAccount(clientsOf("222222222222"), "prod", target), {
      name: "Failure",
      message:
        'the credentials are of account 222222222222, and stack "prod" is in 111122223333: choose its credentials with AWS_PROFILE, or name them in its file, by aws:profile or aws:assumeRoles',
    });
  });
});
