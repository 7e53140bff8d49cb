import { readFileSync } from "node:fs";

/** What commands say of this package. */
export interface PackageManifest {
  readonly version: string;
  /** Where mistakes are reported. @default - nowhere yet */
  readonly bugs?: { readonly url?: string };
}

export function packageManifest(): PackageManifest {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as PackageManifest;
}
