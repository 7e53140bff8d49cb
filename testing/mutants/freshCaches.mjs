// Hundreds of mutants are tried in one process, whose modules are loaded once. What a module keeps in a Map, as most
// caches here are, would tell one mutant what another found: each begins with what was there when it was loaded.

const loaded = new Map();
let loading = true;

globalThis.Map = class Map extends globalThis.Map {
  /** @param {any} [entries] */
  constructor(entries) {
    super(entries);
    if (loading && isOwn(new Error().stack)) loaded.set(this, undefined);
  }
};

/** Whether the module of this project is that makes a Map, and no package. */
function isOwn(stack = "") {
  const [, , maker = ""] = stack.split("\n");
  return /\/(?:iam|secrets|policypack)\//.test(maker) && !maker.includes("/node_modules/");
}

export const mochaHooks = {
  beforeAll() {
    if (loading) for (const map of loaded.keys()) loaded.set(map, [...map]);
    loading = false;
    for (const [map, entries] of loaded) {
      map.clear();
      for (const [key, value] of entries) map.set(key, value);
    }
  },
};
