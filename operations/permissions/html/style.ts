/**
 * The looks of the matrix, the search and the rights in words, beside those of every page. The number of columns makes the widths
 * certain, so that the matrix neither jumps nor is measured anew while rows come and go.
 */
export const permissionsStyle = (services: number): string => `
main { --services: ${services}; --name: 11.5rem; --column: 3.9rem; }
body > header, body > main, body > footer { max-width: 92rem; }
body > header { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: 1rem 3rem; padding-block: clamp(1.5rem, 3vw, 2.25rem) 0; }
body > header h1 { font-size: clamp(1.625rem, 1.3rem + 1.4vw, 2.125rem); }
body > header .kicker { margin-bottom: 0.25rem; }
body > header .lead { max-width: 62rem; margin-top: 0.5rem; font-size: 1rem; }
body > header .facts { gap: 0.75rem 2rem; margin-top: 0; }
body > footer { margin-top: 2.5rem; padding-block: 1.25rem 2.5rem; color: var(--muted); font-size: 0.875rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; margin-top: 1.5rem; }
main h2 { font-size: 1.0625rem; }

#search:not([hidden]) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
#search label { font-weight: 650; }
#searchField { flex: 1 1 16rem; max-width: 30rem; min-width: 0; min-height: 2.5rem; padding: 0.25rem 0.75rem; border: 1px solid var(--field); border-radius: 8px; background: var(--surface); color: inherit; font: inherit; }
#searchField::placeholder { color: var(--muted); opacity: 1; }
#searchCount { font-variant-numeric: tabular-nums; }
#searchHelp { margin-left: auto; font-size: 0.8125rem; }
kbd { margin-left: 0.5rem; padding: 0.0625rem 0.3125rem; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; background: var(--surface); font: 0.75rem/1.4 var(--mono); }

.matrix { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.5rem 1.5rem; min-width: 0; }
.matrix .scrolls { flex: 0 0 100%; min-width: 0; max-height: min(34rem, 72vh); overflow: auto; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 0.875rem; font-size: 0.8125rem; }
.legend li { display: flex; align-items: center; gap: 0.3125rem; }
.marks { display: flex; flex-wrap: wrap; gap: 2px; }
.level { flex: none; display: inline-block; width: 1.125rem; height: 1.125rem; border: 1px solid; border-radius: 4px; font: 700 0.75rem/1rem var(--mono); text-align: center; }
.level-list { border-style: dotted; background: var(--surface); color: var(--muted); }
.level-read { border-radius: 50%; background: var(--blue-ground); color: var(--blue); }
.level-tagging { border-radius: 3px 50% 50% 3px; background: var(--green-ground); color: var(--green); }
.level-write { background: var(--amber-ground); color: var(--amber); }
.level-permissions-management { border-color: var(--red); background: var(--red); color: var(--surface); }
.level-unknown { border-style: dashed; background: var(--surface); color: var(--text); }
.level-Deny { border: 2px dashed; border-radius: 50%; background: var(--surface); color: var(--red); line-height: 0.875rem; }

table { width: 100%; min-width: calc(var(--name) + var(--services) * var(--column)); table-layout: fixed; border-collapse: separate; border-spacing: 0; font-size: 0.9375rem; }
thead th { position: sticky; top: 0; z-index: 1; padding: 0.625rem 0.375rem; border-bottom: 1px solid var(--line); background: var(--surface); font-size: 0.8125rem; font-weight: 600; vertical-align: bottom; }
thead th:first-child, tbody th { position: sticky; left: 0; padding-inline: 0.875rem; border-right: 1px solid var(--line); text-align: left; }
thead th:first-child { z-index: 2; width: var(--name); }
.service-name span { display: inline-block; max-height: 9rem; writing-mode: vertical-rl; transform: rotate(180deg); color: var(--text); white-space: nowrap; }
.service-name { text-align: center; }
tbody th { background: var(--surface); font-weight: 600; }
tbody th a { display: block; }
.beside { display: block; color: var(--muted); font-size: 0.75rem; font-weight: 400; }
tbody th, tbody td { height: 3rem; border-bottom: 1px solid var(--line); padding-block: 0.25rem; }
tbody tr:last-child > * { border-bottom: 0; }
tbody td { padding-inline: 0.125rem; }
tbody td a { display: grid; place-items: center; min-height: 2.25rem; padding-block: 0.25rem; border-radius: 6px; text-decoration: none; }
tbody td .marks { justify-content: center; }
tbody td a:hover { box-shadow: inset 0 0 0 1px var(--field); }
tbody tr.chosen > * { background: var(--blue-ground); }
tbody tr.chosen > th { box-shadow: inset 3px 0 0 var(--link); }

/* An animated jump to the address would still run while the script folds the page. */
html { scroll-behavior: auto; }
#roleDetails { min-width: 0; scroll-margin-top: 1rem; }
body:not(.one) #roleDetails { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); align-items: start; gap: 0.5rem 1.25rem; }
body:not(.one) #roleDetails > h2 { grid-column: 1 / -1; }
#roleDetails > article { margin-top: 0.5rem; padding: 1rem 1.125rem 1.125rem; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); scroll-margin-top: 1rem; content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.one #roleDetails h3 { position: sticky; top: 0; z-index: 1; margin: -0.5rem -0.625rem 0; padding: 0.5rem 0.625rem; background: var(--surface); }
.about { display: grid; gap: 0.375rem; margin-top: 0.25rem; font-size: 0.875rem; }
.about > div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); }
.about dt { color: var(--muted); }
.about dd > * { display: block; }
.about code { line-height: 1.7; }
#roleDetails article > p { margin-top: 0.75rem; }
#roleDetails article > section { margin: 0.75rem -0.625rem 0; padding: 0.5rem 0.625rem; border-radius: 8px; scroll-margin-top: 4rem; }
#roleDetails article > section + section { margin-top: 0.125rem; }
#roleDetails section.chosen, #roleDetails section:target { background: var(--blue-ground); }
#roleDetails h4 { display: flex; align-items: center; justify-content: space-between; gap: 0.75rem; }
#roleDetails h4 code { font-size: 0.875rem; }
#roleDetails li { margin-top: 0.375rem; font-size: 0.875rem; line-height: 1.45; }
#roleDetails li code { display: block; font-size: 0.75rem; line-height: 1.5; }
#roleDetails .never { padding-left: 0.625rem; border-left: 2px dashed var(--red); }

@media (min-width: 76rem) {
  .one main { grid-template-columns: minmax(0, 1fr) 24rem; grid-template-rows: auto auto 1fr; gap: 1.25rem 1.75rem; }
  .one #search { grid-column: 1 / -1; }
  .one #roleDetails { grid-column: 2; grid-row: 2 / 4; position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; }
  .one #roleDetails > h2 { position: sticky; top: 0; z-index: 2; padding-bottom: 0.5rem; background: var(--page); }
  /* The jump to the address need not move the page: here the words are in sight beside the matrix. */
  .one #roleDetails > article { margin-top: 0; scroll-margin-top: 1000rem; }
  .one #roleDetails h3 { top: 1.875rem; }
}
@media (max-width: 40rem) {
  #searchHelp { display: none; }
  main { --name: 8.5rem; --column: 3.25rem; }
  tbody th { padding-inline: 0.625rem; font-size: 0.875rem; }
  thead th:first-child { padding-inline: 0.625rem; }
}
@media print {
  #search, #graph { display: none !important; }
  #roleDetails > article { display: block; content-visibility: visible; }
  #roleDetails { position: static !important; max-height: none !important; overflow: visible !important; }
  main, body:not(.one) #roleDetails { display: block; }
  main > * + * { margin-top: 1.5rem; }
  .matrix .scrolls { max-height: none; overflow: visible; }
  thead th, tbody th, #roleDetails :is(h2, h3) { position: static !important; }
  main { --name: 8rem; --column: 0rem; }
  table { font-size: 0.8125rem; }
  thead th:first-child, tbody th { padding-inline: 0.5rem; }
  tbody tr.chosen > th { box-shadow: none; }
  #roleDetails section, tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  .level { print-color-adjust: exact; }
}
`;
