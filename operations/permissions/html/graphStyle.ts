/** The looks of the graph. Text takes its `color`, so that a test of contrast sees it. */
export const graphStyle = `
#graph { min-width: 0; }
.graph-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.5rem; }
.graph-head > .muted { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.375rem; margin-left: auto; font-size: 0.8125rem; }
fieldset { display: flex; min-width: 0; margin: 0; padding: 2px; border: 1px solid var(--line); border-radius: 8px; background: var(--sunken); font-size: 0.8125rem; }
fieldset label { padding: 0.1875rem 0.625rem; border-radius: 6px; cursor: pointer; }
fieldset label:has(:checked) { background: var(--surface); box-shadow: 0 0 0 1px var(--field); font-weight: 600; }
fieldset label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
fieldset input { position: absolute; opacity: 0; pointer-events: none; }
.key { width: 1.5rem; height: 0; margin-left: 0.625rem; border-top: 2px solid var(--link); }
.key-deny { border-top: 2px dashed var(--red); }
.key-fence { width: 1rem; height: 0.75rem; border: 1.5px dashed var(--amber); border-radius: 3px; }
#graphNote:not(:empty) { margin-top: 0.75rem; padding: 1rem 1.125rem; border: 1px dashed var(--line); border-radius: 8px; color: var(--muted); }
#graphCanvas { max-height: 80vh; margin-top: 0.75rem; overflow: auto; }
#graphCanvas svg { display: block; margin-inline: auto; }
#graphCanvas :is(text, tspan) { fill: currentColor; }
#graphCanvas text { color: var(--text); font: 500 12.5px var(--sans); }
#graphCanvas .kind { color: var(--muted); font-size: 12px; font-weight: 400; }
#graphCanvas .kind tspan { color: var(--text); font-size: 12.5px; font-weight: 500; }
#graphCanvas rect { fill: var(--page); stroke: var(--field); }
#graphCanvas .workload rect { fill: var(--blue-ground); stroke: var(--blue); }
#graphCanvas .workload :is(text, tspan) { color: var(--blue); }
#graphCanvas .resource rect { fill: var(--surface); }
#graphCanvas :is(.resource, .workload) { cursor: pointer; }
#graphCanvas :is(.resource, .workload):hover rect { stroke: var(--link); stroke-width: 1.5; }
#graphCanvas :focus-visible { outline: none; }
#graphCanvas :focus-visible rect { stroke: var(--focus); stroke-width: 2.5; }
#graphCanvas .fence rect { fill: none; stroke: var(--amber); stroke-width: 1.5; stroke-dasharray: 6 4; }
#graphCanvas .fence text { color: var(--amber); font-size: 12px; }
#graphCanvas .arrow path { fill: none; stroke: var(--field); stroke-width: 1.25; }
#graphCanvas .arrow.Allow path { stroke: var(--link); stroke-width: 1.5; }
#graphCanvas .arrow.Deny path { stroke: var(--red); stroke-width: 1.75; stroke-dasharray: 5 4; }
#graphCanvas .arrow:hover path { stroke-width: 2.5; }
#graphCanvas .arrow .letters { color: var(--link); stroke: var(--surface); stroke-width: 4px; paint-order: stroke; font: 700 12px var(--mono); letter-spacing: 0.06em; }
#graphCanvas .arrow.Deny .letters { color: var(--red); }
#graphCanvas .head { fill: var(--field); }
#graphCanvas .head.Allow { fill: var(--link); }
#graphCanvas .head.Deny { fill: var(--red); }
`;
