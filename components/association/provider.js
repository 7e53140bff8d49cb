// What the state of a stack names as the provider of an association (see `instanceProfileAssociation.ts`). Pulumi loads
// it in a plain Node process in the program's folder, which reads no TypeScript, and `pulumi up` has no build step that
// a compiled file could come from: so the types are stripped here, as for the policy pack.
//
// The lockfile pins the SDK, so its note on what later versions need is no news for the user.
require("node:process").env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
require("../../policypack/typescript.js");
const { associationProvider } = require("./associationProvider");

exports.provider = associationProvider();
