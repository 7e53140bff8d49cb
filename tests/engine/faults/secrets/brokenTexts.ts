import type { SyntheticKey } from "../../../../testing/syntheticKeys.ts";

/** A stack file that is no YAML, or no configuration, with a key near to what is wrong with it. */
interface BrokenText {
  readonly title: string;
  readonly text: string;
  /** Whether Pulumi names the key in its own message, which no program can keep it from. */
  readonly pulumiNames: boolean;
}

export function brokenTexts({ id, secret }: SyntheticKey): BrokenText[] {
  const pair = `AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY=${secret}`;
  return [
    { title: "an open quote", text: `config:\n  a: "${pair}\n`, pulumiNames: false },
    { title: "an open list", text: `config:\n  a: [${pair}\n  b: x\n`, pulumiNames: false },
    { title: "a tab", text: `config:\n\t${id}: ${secret}\n`, pulumiNames: false },
    { title: "a text for a configuration", text: `config: ${pair}\n`, pulumiNames: false },
    { title: "the same key twice", text: `config:\n  a: {${id}: 1, ${id}: 2}\n`, pulumiNames: true },
    {
      title: "an alias of nothing",
      text: `config:\n  instance-profiles:workloads:\n    a: *${id}\n`,
      pulumiNames: true,
    },
  ];
}
