import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { readGoYaml } from "../components/config/stackFile/goYaml.ts";
import { stackFileName, stackNames } from "../components/config/stackFiles.ts";
import { emulatorRoot } from "./emulator/root.ts";
import type { SandboxFolder } from "./paths.ts";

/** The profiles that the files of a project name in `aws:profile`. */
export function profilesIn(texts: readonly string[]): string[] {
  const named = texts.flatMap((text) => {
    const { config } = (readGoYaml(text).value ?? {}) as { readonly config?: Record<string, unknown> | null };
    const profile = config?.["aws:profile"];
    // The file of the project says what the value of a key is, and that of a stack gives it.
    const { value } = Object(profile) as { readonly value?: unknown };
    return [profile, value].filter((name) => typeof name === "string" && /^[^\]\r\n]+$/.test(name));
  });
  return [...new Set(named as string[])].sort();
}

/**
 * Gives the sandbox a profile of each name that the stacks use. Whoever asks for one of them, the provider or a program or
 * the AWS CLI, is root of the embedded AWS, and nothing reads the user's own profiles.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export function writeProfiles(project: string, folder: SandboxFolder): void {
  const files = ["Pulumi.yaml", ...stackNames(project).map((stack) => stackFileName(stack))];
  const texts = files.map((file) => readFileSync(path.join(project, file), "utf8"));
  const { accessKeyId, secretAccessKey } = emulatorRoot;
  const sections = profilesIn(texts).map(
    (name) => `[${name}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  );
  writeFileSync(folder.awsCredentials, sections.join("\n"));
}
