import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, parse, type Node } from "yaml";
import { NAMESPACE } from "../../components/config/namespace.ts";
import { readGoYaml } from "../../components/config/stackFile/goYaml.ts";
import { Failure } from "../../commandLine/failure.ts";
import { atColumn, columnOf, linesOf } from "../stackFile/block.ts";
import { rangeOf } from "../stackFile/removals.ts";
import { spliced } from "../stackFile/splice.ts";
import { type StackText, WORKLOADS } from "../stackFile/stackText.ts";

/** Credentials of the AWS provider, which belong into no file. */
const credentials = ["aws:accessKey", "aws:secretKey", "aws:token"];

/** A key as the file has it. Without a namespace it is one of this program, as for Pulumi. */
export function fullKey(key: string): string {
  const full = key.includes(":") ? key : `${NAMESPACE}:${key}`;
  if (!/^[\w-]+:[\w-]+$/.test(full))
    throw new Failure(`key: got "${key}", want a namespace and a name, such as aws:region`);
  if (full === WORKLOADS)
    throw new Failure(`${WORKLOADS} is no single value: add one with "npx instance-profiles workload add"`);
  if (credentials.includes(full))
    throw new Failure(
      `${full} is a credential, and the file is in git: give it to Pulumi by its environment`,
    );
  return full;
}

/**
 * The text of a stack file in which a key of `config` has a value, and everything else is byte for byte as it was.
 *
 * @throws Failure where the key holds no text of one line that could be replaced
 */
export function withValue(stack: StackText, key: string, value: string): string {
  const { file, text, config, values } = stack;
  const short = key.slice(NAMESPACE.length + 1);
  const otherwise = [short, `${NAMESPACE}:config:${short}`].find((written) => written in values);
  if (key.startsWith(`${NAMESPACE}:`) && otherwise !== undefined)
    throw new Failure(`${file}: got the key ${otherwise}, want ${key}; write it so and run this again`);
  const pair = config.items.find(({ key: written }) => isScalar(written) && written.value === key);
  const after = pair ? replaced(stack, key, pair.value, value) : inserted(stack, `${key}: ${written(value)}`);
  const expected = { ...(readGoYaml(text).value as object), config: { ...values, [key]: value } };
  const read = readGoYaml(after);
  if (read.problems.length === 0 && isDeepStrictEqual(read.value, expected)) return after;
  throw new Failure(`${file}: ${key} cannot be set without a change of something else; write it by hand`);
}

function replaced({ file, text }: StackText, key: string, node: Node | null, value: string): string {
  if (isMap(node) && node.has("secure"))
    throw new Failure(
      `${file}: ${key} is a secret, and this writes plain text: run "pulumi config set --secret ${key}", which asks for it`,
    );
  const isLine = isScalar(node) && !node.type?.startsWith("BLOCK") && node.anchor === undefined && !node.tag;
  if (!isLine || node.value === null)
    throw new Failure(`${file}: ${key} holds no text of one line; write it by hand`);
  const [start, end] = rangeOf(node);
  return spliced(text, [{ start, end, text: written(value) }]);
}

/** Above the workloads, which are long, and else at the end. */
function inserted({ text, config }: StackText, line: string): string {
  const workloads = config.items.findIndex(({ key }) => isScalar(key) && key.value === WORKLOADS);
  const place = workloads < 0 ? config.items.length : workloads;
  const at = place === 0 ? linesOf(text, config, 0).start : linesOf(text, config, place - 1).end;
  const added = atColumn(line, columnOf(text, config), text);
  const isEnded = at === 0 || text[at - 1] === "\n";
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = isEnded ? added : newline + added.slice(0, -newline.length);
  return spliced(text, [{ start: at, end: at, text: lines }]);
}

/** A text as it is, where YAML reads it so, and else in the quotes that a formatter takes. */
function written(value: string): string {
  const quoted = value.includes('"') && !/['\p{Cc}]/u.test(value) ? [`'${value}'`] : [];
  const readsAs = (text: string) => {
    const { problems, value: read } = readGoYaml(`key: ${text}\n`);
    return problems.length === 0 && isDeepStrictEqual(read, { key: value }) && isSameForAll(text, value);
  };
  return [value, ...quoted].find(readsAs) ?? JSON.stringify(value);
}

/** Whether other readers of YAML, such as editors and formatters, read it so too. */
function isSameForAll(text: string, value: string): boolean {
  try {
    return isDeepStrictEqual(parse(`key: ${text}\n`, { logLevel: "error" }), { key: value });
  } catch {
    return false;
  }
}
