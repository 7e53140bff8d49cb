// Pulumi's own start of a TypeScript pack checks the types of everything it imports, which takes seconds in every
// preview. The types are checked by `npm run typecheck`; here they are only stripped.
const { readFileSync } = require("node:fs");
const { transform } = require("sucrase");

require.extensions[".ts"] = (/** @type {any} */ module, /** @type {string} */ file) => {
  const { code } = transform(readFileSync(file, "utf8"), { transforms: ["typescript", "imports"] });
  module._compile(code, file);
};
