/** The looks of a review beside those of every page. */
export const reviewStyle = `
.tone-could-be-smaller, .tone-unused { --tone: var(--amber); --ground: var(--amber-ground); }
.tone-never-used { --tone: var(--red); --ground: var(--red-ground); }
.tone-too-young { --tone: var(--blue); --ground: var(--blue-ground); }
.tone-all-in-use, .tone-used { --tone: var(--green); --ground: var(--green-ground); }
.tone-not-tracked { --tone: var(--muted); --ground: var(--sunken); }
.mark { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }

.summary { padding-block: clamp(2rem, 6vw, 4rem) 0; }
.verdicts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); gap: 0.75rem; margin-top: 2rem; }
.verdicts > li { padding: 0.875rem 1rem 1rem; border: 1px solid var(--line); border-top: 3px solid var(--tone); border-radius: 8px; background: var(--surface); }
.verdict-count { display: flex; align-items: center; gap: 0.4rem; color: var(--tone); }
.verdict-count strong { font-size: 1.375rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.verdict-count a { color: inherit; line-height: 1.25; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
.verdict-count a:hover { text-decoration-color: currentColor; }
.names { display: flex; flex-wrap: wrap; gap: 0.125rem 0.875rem; margin-top: 0.375rem; font-size: 0.9375rem; }
.fold > summary { color: var(--link); font-size: 0.9375rem; }
.verdicts .fold { margin-top: 0.375rem; }
.onward { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-top: 1rem; font-size: 0.9375rem; }

main > section { margin-top: clamp(2.5rem, 6vw, 4rem); }
.verdict-title { display: flex; align-items: center; gap: 0.5rem; }
.verdict-title .mark { color: var(--tone); }
.verdict-title .muted { font-weight: 400; }
.meaning { max-width: 44rem; margin-top: 0.25rem; text-wrap: pretty; }

.workload { margin-top: 1.25rem; padding: clamp(1rem, 3vw, 1.5rem); border: 1px solid var(--line); border-radius: 10px; background: var(--surface); scroll-margin-top: 1rem; }
.workload:target { border-color: var(--focus); box-shadow: 0 0 0 1px var(--focus); }
.workload > header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 1rem; }
.badge { display: inline-flex; align-items: center; gap: 0.35rem; padding: 0.125rem 0.625rem 0.125rem 0.5rem; border-radius: 99px; background: var(--ground); color: var(--tone); font-size: 0.875rem; }
.role { display: grid; grid-template-columns: auto auto minmax(0, 1fr); margin-top: 0.75rem; font-size: 0.9375rem; }
.role code { display: block; line-height: 1.65; }
.role .arn { font-size: 0.8125rem; }
.workload > section { margin-top: 1.25rem; }
.workload h4 { margin-bottom: 0.25rem; }

.proposals > li { padding-block: 0.625rem; }
.proposals > li + li { border-top: 1px solid var(--line); }
.proposals > li > p { font-size: 0.9375rem; }
.change { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.125rem 0.5rem; }
.change del code { color: var(--red); }
.change ins code { color: var(--green); }
.arrow { color: var(--muted); }
.proposals > li > .at { font-size: 0.8125rem; }
.proposals .at code { font-size: 1em; }
.effect { font-size: 0.9375rem; }
.effect > li { position: relative; padding: 0.1875rem 0 0.1875rem 1.375rem; }
.effect > li::before { position: absolute; left: 0; width: 1rem; font-family: var(--mono); font-weight: 700; text-align: center; }
.effect > .less::before { content: "−"; color: var(--green); }
.effect > .more::before { content: "+"; color: var(--red); }
.effect > .doubt::before { content: "?"; color: var(--amber); }
.warning { color: var(--red); }

.services { margin-top: 1.25rem; }
.services > summary { padding-block: 0.25rem; }
.services > summary h4 { display: inline; margin: 0 0.5rem 0 0.125rem; }
.services > summary .muted { font-size: 0.875rem; }
.services > ul > li { padding-block: 0.875rem; border-top: 1px solid var(--line); }
.services > ul > li:first-child { margin-top: 0.5rem; }
.services > ul > li:last-child { padding-bottom: 0; }
.service { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; }
.service .use { margin-left: auto; }
.use { display: inline-flex; align-items: baseline; gap: 0.35rem; color: var(--tone); font-size: 0.875rem; }
.use .mark { position: relative; top: 0.125em; }
.uses { display: grid; gap: 0.375rem; margin-top: 0.375rem; }
.uses > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; align-items: baseline; }
.actions { display: flex; flex-wrap: wrap; gap: 0.0625rem 1.125rem; font-size: 0.9375rem; }
.actions .muted { font-size: 0.8125rem; font-variant-numeric: tabular-nums; }

.scrolls { margin-top: 0.75rem; padding: 0.875rem 1rem; line-height: 1.6; }
.scrolls code { font-size: 0.8125rem; }
.patch { max-height: 44rem; padding-inline: 0; overflow: auto; }
.patch code { display: block; width: max-content; min-width: 100%; padding-inline: 1rem; }
.patch :is(ins, del, .place) { display: block; margin-inline: -1rem; padding-inline: 1rem; }
.patch ins { background: var(--green-ground); color: var(--green); }
.patch del { background: var(--red-ground); color: var(--red); }
.patch .place { color: var(--muted); }
main > section > h2 + p { margin-top: 0.25rem; }
.notes { max-width: 48rem; margin-top: 0.5rem; padding-left: 1.25rem; list-style: disc; }
.notes li { margin-top: 0.375rem; padding-left: 0.25rem; }
body > footer { margin-top: 3rem; padding-block: 1.25rem 3rem; color: var(--muted); font-size: 0.875rem; }

@media (max-width: 40rem) {
  .facts { gap: 0.75rem 1.75rem; }
  .role > :last-child { grid-column: 1 / -1; }
  .service .use { margin-left: 0; width: 100%; }
  .uses > div { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  .workload, .proposals > li, .verdicts > li { break-inside: avoid; }
  .workload { break-inside: auto; }
  h2, h3, h4 { break-after: avoid; }
  summary { list-style: none; }
  .fold > summary, .onward { display: none; }
}
`;
