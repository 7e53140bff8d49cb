import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import * as path from "node:path";
import { CreateRoleCommand, PutRolePolicyCommand, type IAMClient } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import { startEmulator, stopEmulator } from "../../../sandbox/emulator/emulator.ts";
import { ensureMiniStack } from "../../../sandbox/emulator/environment.ts";
import { projectFolder, sandboxFolder } from "../../../sandbox/paths.ts";
import { clientsOf } from "../../../sandbox/proof/clients.ts";
import { emulatorRoot, type Credentials } from "../../../sandbox/emulator/root.ts";
import { tieLifeTo } from "../../../commandLine/processes/lifeline.ts";
import { Progress } from "../../../commandLine/progress.ts";
import { Limit } from "../../../operations/limit.ts";
import { checkedStack, stackOf, target } from "../../components/stackFixture.ts";
import { realWords } from "../../components/access/realWords.ts";
import { answersTo, isRefusal, refusedAction, type Answer, type SentCall } from "./sdkCalls.ts";
import { besideOf, type Call, type WordCalls } from "../../components/access/wordCalls.ts";

const { region } = target;

/** Roles made at a time: the emulator waits 10 ms before each answer. */
const atOnce = 8;

/** What calls need to be judged at all: MiniStack looks for some resources before it looks at rights. */
const fixtures: readonly Call[] = [
  ...["orders", "order9", "aws-codedeploy-eu-central-1"].map((Bucket): Call => [
    "s3",
    "CreateBucket",
    { Bucket, CreateBucketConfiguration: { LocationConstraint: region } },
  ]),
  ...["orders/db", "orders/d9"].map((Name): Call => [
    "secretsmanager",
    "CreateSecret",
    { Name, SecretString: "a" },
  ]),
];

/** Of one key each. */
const aliases = ["alias/orders", "alias/order9"];

const document = (Action: string, Principal: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action }] });

/** Roles of the embedded AWS that everybody of the account may assume. */
class Roles {
  readonly #iam: IAMClient;
  readonly #sts: STSClient;
  readonly #account: string;

  constructor(iam: IAMClient, sts: STSClient, account: string) {
    this.#iam = iam;
    this.#sts = sts;
    this.#account = account;
  }

  async make(name: string, policies: readonly string[]): Promise<Credentials> {
    await this.#iam.send(
      new CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: document("sts:AssumeRole", {
          AWS: `arn:aws:iam::${this.#account}:root`,
        }),
      }),
    );
    for (const [index, PolicyDocument] of policies.entries())
      await this.#iam.send(
        new PutRolePolicyCommand({ RoleName: name, PolicyName: `access-${index}`, PolicyDocument }),
      );
    const { Credentials: session } = await this.#sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${this.#account}:role/${name}`,
        RoleSessionName: "proof",
      }),
    );
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = session ?? {};
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  }
}

/** The policies of a workload with that one grant. */
async function policiesOf({ word, grant }: WordCalls, account: string): Promise<readonly string[]> {
  const [service = "", level = ""] = word.split(":");
  const access = [{ [service]: { ...grant, level } }];
  const { errors, workloads } = await checkedStack(
    { values: stackOf({ workload: { access } }) },
    { ...target, account },
  );
  assert.deepEqual(errors, [], word);
  return workloads[0]?.policyDocuments ?? [];
}

/** The answers to all calls of a word. */
interface Answers {
  readonly allowed: Answer;
  readonly denied: Answer;
  readonly beside: readonly Answer[];
  /** What somebody without any rights is told about the allowed call. */
  readonly toNobody: Answer;
}

describe("the words of access, by real calls to the embedded AWS", () => {
  const folder = sandboxFolder(path.join(projectFolder, ".sandbox", `access-${process.pid}`));
  const answers = new Map<string, Answers>();
  const policies = new Map<string, readonly string[]>();

  before(async () => {
    mkdirSync(folder.root, { recursive: true });
    const python = await ensureMiniStack(new Progress());
    const { pid, endpoint } = await startEmulator(python, folder);
    // A test run that is killed must not leave its embedded AWS behind.
    tieLifeTo(pid, 0);
    const { iam, sts } = clientsOf(endpoint, region, emulatorRoot);
    const { Account: account = "" } = await sts.send(new GetCallerIdentityCommand({}));
    const roles = new Roles(iam, sts, account);
    const nobody = await roles.make("nobody", []);
    for (const name of ["orders-reader", "orders-reade9"]) await roles.make(name, []);
    const limit = new Limit(atOnce);
    const asked = await Promise.all(
      realWords.map((word) =>
        limit.run(async (): Promise<SentCall[]> => {
          const documents = await policiesOf(word, account);
          policies.set(word.word, documents);
          const credentials = await roles.make(word.word.replace(":", "-"), documents);
          const calls = [word.allowed, word.denied, ...besideOf(word)];
          return [
            { credentials: nobody, call: word.allowed },
            ...calls.map((call) => ({ credentials, call })),
          ];
        }),
      ),
    );
    const send = async (sent: readonly SentCall[]): Promise<Answer[]> => {
      const filled = JSON.parse(JSON.stringify(sent).replaceAll("{account}", account)) as SentCall[];
      return answersTo(python, endpoint, region, filled);
    };
    /** Makes what calls are about, by the root user. */
    const prepare = async (calls: readonly Call[]): Promise<Answer[]> => {
      const said = await send(calls.map((call) => ({ credentials: emulatorRoot, call })));
      assert.deepEqual(
        said.filter(({ code }) => code !== ""),
        [],
      );
      return said;
    };
    const keys = await prepare(aliases.map((): Call => ["kms", "CreateKey"]));
    await prepare([
      ...fixtures,
      ...keys.map(({ result }, index): Call => {
        const { KeyMetadata } = result as { readonly KeyMetadata: { readonly KeyId: string } };
        return ["kms", "CreateAlias", { AliasName: aliases[index], TargetKeyId: KeyMetadata.KeyId }];
      }),
    ]);
    const said = await send(asked.flat());
    for (const [index, word] of realWords.entries()) {
      const [toNobody, allowed, denied, ...beside] = said.splice(0, asked[index]?.length);
      assert.ok(toNobody && allowed && denied);
      answers.set(word.word, { toNobody, allowed, denied, beside });
    }
  });

  after(async () => {
    await stopEmulator(folder);
    rmSync(folder.root, { recursive: true, force: true });
  });

  for (const one of realWords) {
    const { word, allowed, denied } = one;
    const limits = besideOf(one).length > 0 ? ", on nothing else," : "";

    it(`${word} allows ${allowed[1]}${limits} and denies ${denied[1]}`, () => {
      const said = answers.get(word);
      assert.ok(said);
      assert.ok(!isRefusal(said.allowed), said.allowed.message);
      assert.ok(isRefusal(said.denied), `${denied[1]} was answered by "${said.denied.code}"`);
      for (const beside of said.beside)
        assert.ok(isRefusal(beside), `another resource was answered by "${beside.code}"`);
    });

    it(`${word} is needed for ${allowed[1]}`, () => {
      const said = answers.get(word)?.toNobody;
      assert.ok(said && isRefusal(said), `somebody without rights was answered by "${said?.code}"`);
      const action = refusedAction(said);
      if (action !== undefined)
        assert.match((policies.get(word) ?? []).join(), new RegExp(`"${action}"`, "i"));
    });
  }
});
