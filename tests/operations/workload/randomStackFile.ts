import fc from "fast-check";
import { stringify } from "yaml";

/** Draws a random value; `fc.gen()` gives one. */
type Draw = fc.GeneratorValue;

/** A stack file, and what each of its workloads says of any environment under any name. */
export interface DrawnStack {
  readonly text: string;
  readonly environment: string;
  /** What stands above, in and below each workload, by name. */
  readonly workloads: ReadonlyMap<string, DrawnWorkload>;
}

export interface DrawnWorkload {
  readonly above: string;
  readonly below: string;
  readonly fields: readonly Field[];
}

/** A key of a workload; names in it carry the environment and the workload. */
interface Field {
  readonly key: string;
  readonly lines: readonly string[];
}

const oneOf = <T>(draw: Draw, ...values: readonly T[]): T => draw(fc.constantFrom, ...values) as T;
const trailing = (draw: Draw) => oneOf(draw, "", "", " # behind");
const comment = (draw: Draw, indent: string) => oneOf(draw, [], [], [`${indent}# ENV and NAME in words`]);

/** Each with ENV, Env, NAME and Name where the names go. */
const grants = [
  "- s3: { bucket: ENV-files, prefix: NAME/, level: read }",
  "- logs: { logGroup: '/ENV/NAME', level: write }",
  '- cloudwatch: { namespace: "Env/Name", level: write }',
  "- ssm:\n    parameter: /ENV/NAME/*\n    # inside\n    level: read",
  '- { sqs: { queue: "ENV-NAME-jobs", level: send } }',
];

const indented = (text: string, indent: string) => text.split("\n").map((line) => indent + line);

function drawField(draw: Draw, key: string): Field {
  const list = ["attachTo:", "  - i-0123456789abcdef0", "  - { instance: i-0123456789abcdef1 } # two"];
  const lines = {
    description: oneOf(draw, ["description: ENV NAME"], ["description: 'ENV: NAME' # why"]),
    access: [
      `access:${trailing(draw)}`,
      ...Array.from({ length: oneOf(draw, 1, 2, 3) }, () => [
        ...comment(draw, "  "),
        ...indented(oneOf(draw, ...grants), oneOf(draw, "  ")),
      ]).flat(),
      ...comment(draw, "  "),
    ],
    managedPolicies: oneOf(
      draw,
      ["managedPolicies: [ ReadOnlyAccess, account:ENV-NAME ]"],
      ["managedPolicies:", "  - account:ENV-NAME", "  - ReadOnlyAccess"],
    ),
    statements: ["statements:", '- actions: ["s3:GetObject"]', "  resources: [ 'arn:aws:s3:::ENV-NAME/*' ]"],
    tags: [`tags: { Stage: ENV }${trailing(draw)}`],
    maxSessionHours: ["maxSessionHours: 2"],
    launch: ["launch:", "  image: al2023", "  userData: |", "    # ENV", "", "    echo NAME"],
    attachTo: oneOf(draw, list, ["attachTo: [i-0123456789abcdef0]"]),
  }[key];
  return { key, lines: [...comment(draw, ""), ...(lines ?? [])] };
}

const keys = [
  ...["description", "access", "managedPolicies", "statements"],
  ...["tags", "maxSessionHours", "launch", "attachTo"],
];

/** A stack file with these workloads among others. */
export function drawStack(draw: Draw, environment: string, names: readonly string[]): DrawnStack {
  const newline = oneOf(draw, "\n", "\n", "\r\n");
  const [outer, inner] = [oneOf(draw, "  ", "    "), oneOf(draw, "  ", "    ")];
  const between = oneOf(draw, [""], []);
  const head = [
    ...oneOf(draw, [], ["# A stack", ""]),
    "config:",
    `${outer}instance-profiles:environment: ${environment}`,
    `${outer}instance-profiles:workloads: ${oneOf(draw, "", "# all")}`,
  ];
  const tail = oneOf(
    draw,
    [],
    [""],
    [`${outer}other:key: { a: 1 } # b`],
    ["", "# End", "encryptionsalt: v1:a"],
  );
  const parts = names.map((name) => {
    const chosen = draw(fc.shuffledSubarray<string>, keys, { minLength: 1 });
    const fields = chosen.map((key) => drawField(draw, key));
    const key = oneOf(draw, name, `"${name}"`);
    const lines = [
      ...comment(draw, outer + inner),
      `${outer}${inner}${key}:${trailing(draw)}`,
      ...fields.flatMap((field) => field.lines).flatMap((line) => indented(line, outer + inner + inner)),
    ];
    return {
      name,
      fields,
      lines: lines.map((line) => (line.trim() === "" ? "" : filled(line, environment, name))),
    };
  });
  const all = [
    head,
    ...parts.map(({ lines }, index) => (index === 0 ? lines : [...between, ...lines])),
    tail,
  ];
  const joined = all.map((lines) => lines.map((line) => line + newline).join(""));
  const end = oneOf(draw, true, true, false) ? "" : newline;
  const text = joined.join("").slice(0, end === "" ? undefined : -end.length);
  const workloads = parts.map(({ name, fields }, index): [string, DrawnWorkload] => [
    name,
    {
      above: joined.slice(0, index + 1).join(""),
      below: text.slice(joined.slice(0, index + 2).join("").length),
      fields,
    },
  ]);
  return { text, environment, workloads: new Map(workloads) };
}

const capital = (name: string) => name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

function filled(line: string, environment: string, name: string): string {
  return line
    .replaceAll("ENV", environment)
    .replaceAll("NAME", name)
    .replaceAll("Env", capital(environment))
    .replaceAll("Name", capital(name));
}

/** Keys whose texts stay as they are when a workload is copied. */
const staying = ["description", "launch"];

/** YAML of the fields as they are after a copy: prose and scripts as they were, names under the new names. */
export function copiedFields(
  fields: readonly Field[],
  [environment, name]: readonly [string, string],
  [newEnvironment, newName]: readonly [string, string],
): string {
  const texts = fields.map(({ key, lines }) =>
    lines
      .map((line) =>
        staying.includes(key) ? filled(line, environment, name) : filled(line, newEnvironment, newName),
      )
      .join("\n"),
  );
  return texts.length === 0 ? stringify({}) : texts.join("\n");
}
