/**
 * What every page shares: colours for light and dark, each text colour at 4.5:1 or more on its ground and the outline of a field
 * at 3:1, type, and the few elements that all use.
 */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --page: #f8f8f6; --surface: #ffffff; --sunken: #f3f3f0; --text: #1d1f23; --muted: #5b616b; --line: #e0e1dd; --field: #85898f;
  --link: #0b57a4; --focus: #1a73e8;
  --amber: #854800; --amber-ground: #fff1d9; --red: #a1262c; --red-ground: #fdeaea;
  --blue: #34506f; --blue-ground: #e9f0f8; --green: #1a6638; --green-ground: #e5f4ea;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131519; --surface: #1a1d22; --sunken: #21252b; --text: #e7e9ec; --muted: #a4abb6; --line: #30353d; --field: #7b8390;
    --link: #8fbcf7; --focus: #8fbcf7;
    --amber: #f2bb6b; --amber-ground: #35280f; --red: #f6a3a0; --red-ground: #3b1f20;
    --blue: #afc7ea; --blue-ground: #1f2b3b; --green: #8ad6a6; --green-ground: #17311f;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.55 var(--sans); overflow-wrap: anywhere; }
body > header, body > main, body > footer { max-width: 66rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
h1, h2, h3, h4, p, ul, ol, dl, dd, pre, figure { margin: 0; padding: 0; font-weight: inherit; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); font-weight: 680; letter-spacing: -0.02em; }
h2 { font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; }
h3 { font-size: 1.125rem; font-weight: 650; }
h4 { font-size: 0.875rem; font-weight: 650; }
ul, ol { list-style: none; }
code, pre { font-family: var(--mono); font-size: 0.875em; }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
ins, del { text-decoration: none; }
svg { flex: none; width: 1em; height: 1em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
summary { cursor: pointer; }
.skip { position: absolute; inset: 0 auto auto 0; padding: 0.5rem 1rem; background: var(--surface); transform: translateY(-110%); }
.skip:focus { transform: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--muted); }
.kicker { margin-bottom: 0.5rem; color: var(--muted); font-size: 0.875rem; }
.lead { max-width: 44rem; margin-top: 0.75rem; font-size: 1.125rem; line-height: 1.5; text-wrap: pretty; }
.facts { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin-top: 1.5rem; }
.facts dt { color: var(--muted); font-size: 0.8125rem; }
.facts dd { font-variant-numeric: tabular-nums; }
.scrolls { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root {
    --page: #ffffff; --surface: #ffffff; --sunken: #ffffff; --text: #000000; --muted: #444444; --line: #bbbbbb; --field: #777777; --link: #000000;
    --amber: #6b3a00; --amber-ground: #ffffff; --red: #8a1f24; --red-ground: #ffffff;
    --blue: #2a415b; --blue-ground: #ffffff; --green: #14532d; --green-ground: #ffffff;
  }
  body { font-size: 10.5pt; }
  .skip { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .scrolls { max-height: none; overflow: visible; }
  .scrolls code { white-space: pre-wrap; }
}
`;
