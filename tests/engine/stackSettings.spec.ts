import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { isSecret } from "../../components/config/stackFile/secret.ts";
import { readStackSettings } from "../../components/config/stackFile/stackSettings.ts";
import { capture } from "../../commandLine/processes/run.ts";
import { engineFolder, engineSandbox } from "../../testing/engineSandbox.ts";
import { randomSettings } from "./stackSettings/randomSettings.ts";

/** What `pulumi config --json` says of a key. */
interface PulumiValue {
  readonly value?: string;
  readonly objectValue?: unknown;
  readonly secret: boolean;
}

type Pulumi = Readonly<Record<string, PulumiValue>>;

describe("the reader of stack files, beside Pulumi's own", () => {
  let folder = "";
  let environment: NodeJS.ProcessEnv = {};
  let refusal = "";

  before(async () => {
    ({ environment } = await engineSandbox());
    mkdirSync(engineFolder.temporary, { recursive: true });
    folder = mkdtempSync(path.join(engineFolder.temporary, "settings-"));
    writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const { code, stderr } = await pulumi("stack", "init", "dev");
    assert.equal(code, 0, stderr);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const pulumi = (...args: string[]) =>
    capture("pulumi", [...args, "--non-interactive"], { cwd: folder, env: environment });

  async function readByPulumi(text: string, file: string): Promise<Pulumi | undefined> {
    writeFileSync(path.join(folder, file), text);
    const { code, stdout, stderr } = await pulumi("config", "--json", "--stack", "dev");
    refusal = stderr;
    return code === 0 ? (JSON.parse(stdout) as Pulumi) : undefined;
  }

  /** What both should say of each key: whether it is a secret, its text, and its data where it has some. */
  const ofPulumi = (read: Pulumi) =>
    Object.fromEntries(
      Object.entries(read).map(([key, { value, objectValue, secret }]) => [
        key,
        secret ? "a secret" : objectValue === undefined ? value : objectValue,
      ]),
    );

  function ofReader(text: string, file: string): Record<string, unknown> | undefined {
    const { config, problems } = readStackSettings(text, file, "shop");
    if (problems.length > 0) return undefined;
    return Object.fromEntries(
      Object.entries(config).map(([key, value]) => [key, hasSecret(value) ? "a secret" : value]),
    );
  }

  // A number is compared as the program reads it, from JSON.
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));

  it(`says the same of random files with anchors, merges, numbers, dates and secrets (SEED=${seed})`, async () => {
    for (const [index, text] of randomSettings(seed, 30).entries()) {
      const read = ofReader(text, "Pulumi.dev.yaml");
      const said = await readByPulumi(text, "Pulumi.dev.yaml");
      assert.ok(read && said, `file ${index} was not read by ${said ? "us" : `Pulumi: ${refusal}`}\n${text}`);
      assert.deepEqual(asJson(read), asJson(ofPulumi(said)), text);
    }
  });

  for (const [what, text] of [
    [
      "a merge at the level of config",
      "x: &x {instance-profiles:tags: {a: b}}\nconfig: {<<: *x, aws:region: y}\n",
    ],
    ["a merge at the level of the file", "x: &x {config: {a: b}}\n<<: *x\n"],
    ["keys without a namespace, and of the old form", "config: {workloads: {a: {}}, aws:config:region: x}\n"],
    ["an account with a zero in front", "config: {a: 012345678901, b: [020222070707]}\n"],
    ["text of JSON", `config: {instance-profiles:tags: '{"a": "b"}'}\n`],
    ["a secret that is none", "config: {a: {secure: 1}, b: {secure: x, c: d}, c: [{secure: [y]}]}\n"],
    ["nothing as a value", "config: {a: , b: ~, c: {d: , e: [~]}}\n"],
  ] as const)
    it(`says the same of ${what}`, async () => {
      const [read, said] = [ofReader(text, "Pulumi.dev.yaml"), await readByPulumi(text, "Pulumi.dev.yaml")];
      assert.deepEqual(asJson(read), asJson(ofPulumi(said ?? {})));
    });

  for (const [what, text] of [
    ["a key twice", "config:\n  a: 1\n  'a': 2\n"],
    ["a merge of no map", "config: {<<: [1]}\n"],
    ["an alias of what it stands in", "config: {a: &x [*x]}\n"],
    ["a list as a key", "config: {? [1] : 2}\n"],
    ["a number without end", "config: {a: [.inf]}\n"],
    ["a key of too many parts", "config: {a:b:c: 1}\n"],
    ["no map", "[1]\n"],
    ["a key of config that is no text", "config: {1: a}\n"],
  ] as const)
    it(`refuses, as Pulumi does, ${what}`, async () => {
      const [read, said] = [ofReader(text, "Pulumi.dev.yaml"), await readByPulumi(text, "Pulumi.dev.yaml")];
      assert.deepEqual([read, said], [undefined, undefined]);
    });

  for (const [what, text] of [
    ["a merged map with a key that is no text", "x: &x {1: a}\nconfig: {b: {<<: *x, c: d}}\n"],
    ["a key in two forms, of which Pulumi takes any", "config: {a: 1, shop:a: 2}\n"],
    ["a tag", "config: {a: !!int 010}\n"],
    ["a second document", "config: {a: b}\n---\nconfig: {}\n"],
    ["a key with a fraction", "config: {a: {1.50: b}}\n"],
    ["a second merge key", "x: &x {}\nconfig: {a: {<<: *x, b: c}}\n<<: *x\n<<: *x\n"],
  ] as const)
    it(`refuses, though Pulumi may not, ${what}`, () => {
      assert.equal(ofReader(text, "Pulumi.dev.yaml"), undefined);
    });

  it("reads JSON where Pulumi does, beside YAML that nobody reads", async () => {
    const text = '{"config": {"a": {"b": 1.5e3, "c": [12345678901234567890]}, "aws:region": "x"}}';
    writeFileSync(path.join(folder, "Pulumi.json"), JSON.stringify({ name: "shop", runtime: "nodejs" }));
    try {
      const [read, said] = [ofReader(text, "Pulumi.dev.json"), await readByPulumi(text, "Pulumi.dev.json")];
      assert.deepEqual(asJson(read), asJson(ofPulumi(said ?? {})));
    } finally {
      rmSync(path.join(folder, "Pulumi.json"));
    }
  });
});

function hasSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isSecret(value) || Object.values(value).some(hasSecret);
}
