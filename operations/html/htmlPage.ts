import { createHash } from "node:crypto";
import { h, type ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import { baseStyle } from "./baseStyle.ts";

export interface HtmlPage {
  readonly title: string;
  /** CSS beside {@link baseStyle}. */
  readonly style: string;
  /** A `header`, a `main` and a `footer`. */
  readonly body: ComponentChildren;
  /** Runs when the body is there. @default - the page runs no script */
  readonly script?: string;
}

/**
 * One HTML file that needs nothing else: the browser is told to load nothing and to run no script but the page's own, whatever the
 * text on the page says.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
export function htmlPage({ title, style, body, script }: HtmlPage): string {
  const css = baseStyle + style;
  const html = render(
    h(
      "html",
      { lang: "en" },
      h(
        "head",
        null,
        h("meta", { charset: "utf-8" }),
        h("meta", { "http-equiv": "Content-Security-Policy", content: securityPolicy(css, script) }),
        h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        h("meta", { name: "color-scheme", content: "light dark" }),
        h("title", null, title),
        h("link", { rel: "icon", href: "data:," }),
        h("style", { dangerouslySetInnerHTML: { __html: css } }),
      ),
      h(
        "body",
        null,
        body,
        script !== undefined && h("script", { dangerouslySetInnerHTML: { __html: script } }),
      ),
    ),
  );
  return `<!doctype html>\n${html}\n`;
}

/** Style and script are allowed by their hashes, so that no other can be slipped in. */
function securityPolicy(css: string, script: string | undefined): string {
  const scripts = script === undefined ? "" : `script-src ${hashOf(script)}; `;
  return `default-src 'none'; style-src ${hashOf(css)}; ${scripts}img-src data:; base-uri 'none'; form-action 'none'`;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
