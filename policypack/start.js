// What Pulumi loads. Its runner of policy packs has a hook of its own for a `.ts` file that it loads itself, which
// checks types for seconds in every preview; what is imported from here only has its types stripped.
import "./index.ts";
