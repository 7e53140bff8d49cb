// Pulumi's own start of a TypeScript program loads the TypeScript compiler, which takes half a second and 60 MB in every
// preview. The types are checked by `npm run typecheck`; here they are only stripped, as in the policy pack.
require("./policypack/loadedWhenUsed.js");
require("./policypack/typescript.js");
require("./components/quietSdk").quietSdk();
module.exports = require("./index");
