import type { Browser, Page } from "playwright-core";
import { Progress } from "../commandLine/progress.ts";
import { resolveBrowser } from "../sandbox/toolchain/browser.ts";

/** For a machine without network, display and sandbox; each start has a profile of its own. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Nothing listens here: the only request that is answered gets the page itself, from memory. */
const address = "http://127.0.0.1:9/";

export interface View {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

/** What is looked at on every page. */
export const views: readonly View[] = [
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
];

export interface Opening {
  /** What stands after `#` in the address. @default - nothing */
  readonly fragment?: string;
  /** @default true */
  readonly javaScript?: boolean;
}

/** A page in the browser. */
export interface OpenedPage {
  readonly page: Page;
  /** What it asked for beside itself; nothing of it was answered. */
  readonly requests: readonly string[];
  /** What the browser's console and the page's errors say. */
  readonly complaints: readonly string[];
}

let launched: Promise<Browser> | undefined;

/** Loads one HTML file into a browser; the first call of a process starts the browser, and where there is none installs it. */
export async function openPage(
  html: string,
  { width, height, colorScheme }: View,
  { fragment = "", javaScript = true }: Opening = {},
): Promise<OpenedPage> {
  const browser = await (launched ??= launch());
  const viewport = { width, height };
  const page = await browser.newPage({ viewport, colorScheme, javaScriptEnabled: javaScript });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route("**/*", (route) => {
    if (route.request().url() === address) return route.fulfill({ contentType: "text/html", body: html });
    requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(fragment === "" ? address : `${address}#${fragment}`);
  return { page, requests, complaints };
}

async function launch(): Promise<Browser> {
  const progress = new Progress();
  const platform = `${process.platform}-${process.arch}`;
  const { executable, source, environment } = await resolveBrowser(process.env, platform, progress);
  progress.note(`browser: ${source}`);
  // Loaded here, so that specs without a browser do not wait for it.
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: executable,
    args: flags,
    env: { ...process.env, ...environment },
  });
}

/** Ends the browser with all its pages. */
export async function closeBrowser(): Promise<void> {
  const browser = launched;
  launched = undefined;
  await (await browser)?.close();
}
