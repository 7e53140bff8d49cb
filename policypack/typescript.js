// Pulumi's own start of a TypeScript pack checks the types of everything it imports, which takes seconds in every
// preview. The types are checked by `npm run typecheck`; here they are only stripped.
const { readFileSync } = require("node:fs");
const { transform } = require("sucrase");

/** @type {import("sucrase").Options} */
const typescript = { transforms: ["typescript", "imports"] };

/** The same as `jsx` and `jsxImportSource` in tsconfig.json. @type {import("sucrase").Options} */
const typescriptWithJsx = {
  transforms: ["typescript", "imports", "jsx"],
  jsxRuntime: "automatic",
  jsxImportSource: "preact",
  production: true,
};

for (const [ending, options] of Object.entries({ ".ts": typescript, ".tsx": typescriptWithJsx }))
  require.extensions[ending] = (/** @type {any} */ module, /** @type {string} */ file) => {
    module._compile(transform(readFileSync(file, "utf8"), options).code, file);
  };
