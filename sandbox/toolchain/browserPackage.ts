import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { Failure } from "../../commandLine/failure.ts";
import { captureOrFail } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { inToolCache } from "./toolCache.ts";

/** A Chromium to look at pages with. */
export interface Browser {
  readonly executable: string;
  /** Where it came from, in words. */
  readonly source: string;
  /** Variables that its process needs beside the user's own. */
  readonly environment: Readonly<Record<string, string>>;
}

const name = "@sparticuz/chromium";
const version = "153.0.0";

/** Of the package's archive, as the npm registry publishes it. */
const integrity =
  "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==";

/**
 * A headless Chromium for Linux on x64 with the libraries and the font that it needs, each compressed with Brotli. It is MIT and
 * 67 MB, too much to be a dependency of everybody.
 *
 * @see https://github.com/Sparticuz/chromium
 */
export const chromiumPackage = `${name} ${version}`;

/** The fonts of the machine, if it has any, and the one of the package. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/** @throws Failure where an archive of the package is not the one that was published. */
export function checkIntegrity(archive: Buffer): void {
  const got = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  if (got !== integrity)
    throw new Failure(
      `${chromiumPackage}: got an archive of ${got}, want ${integrity}; ask whoever runs the npm registry that you use, or name a browser in CHROME_PATH`,
    );
}

/** Fetches the archive with npm and unpacks it. npm's cache would hold all of it again, so it goes with the work folder. */
async function fetchArchive(work: string): Promise<string> {
  const cache = `--cache=${path.join(work, "npm-cache")}`;
  const pack = ["pack", `${name}@${version}`, "--silent", `--pack-destination=${work}`, cache];
  const file = (await captureOrFail(`fetching ${chromiumPackage}`, "npm", pack, { cwd: work })).trim();
  const archive = path.join(work, path.basename(file));
  checkIntegrity(readFileSync(archive));
  await captureOrFail(`unpacking ${chromiumPackage}`, "tar", ["-xzf", archive, "-C", work]);
  return path.join(work, "package", "bin");
}

/** The browser, and below `lib` and `fonts` what it needs. */
async function unpack(packed: string, folder: string): Promise<void> {
  const inflate = (from: string, to: string, mode: number) =>
    pipeline(
      createReadStream(path.join(packed, from)),
      createBrotliDecompress(),
      createWriteStream(to, { mode }),
    );
  await inflate("chromium.br", path.join(folder, "chromium"), 0o755);
  for (const part of ["al2023", "fonts"]) {
    const archive = path.join(packed, `${part}.tar`);
    await inflate(`${part}.tar.br`, archive, 0o644);
    await captureOrFail(`unpacking ${chromiumPackage}`, "tar", ["-xf", archive, "-C", folder]);
  }
  writeFileSync(path.join(folder, "fonts.conf"), fontSettings);
}

/** The Chromium of the package in the tool cache, fetched and unpacked on the first call and found again on later ones. */
export async function installChromium(progress: Progress): Promise<Browser> {
  const folder = await inToolCache(`chromium-${version}`, (fresh) =>
    progress.step(`installing ${chromiumPackage} into the tool cache (once)`, async () => {
      const work = path.join(fresh, "archive");
      mkdirSync(work);
      await unpack(await fetchArchive(work), fresh);
      rmSync(work, { recursive: true });
    }),
  );
  return {
    executable: path.join(folder, "chromium"),
    source: chromiumPackage,
    environment: {
      LD_LIBRARY_PATH: path.join(folder, "lib"),
      FONTCONFIG_FILE: path.join(folder, "fonts.conf"),
    },
  };
}
