// The SDK of Pulumi loads npm's dependency solver and the TypeScript compiler when it starts, to pack up functions of a
// program. Hardly a program does that, and the two cost every preview half a second and 80 MB: here they are loaded when
// something of them is used.
const modules = ["@npmcli/arborist", "./typescript-shim.js"];

/** @param {string} file */
function loadWhenUsed(file) {
  /** @type {any} */
  let loaded;
  const load = () => {
    if (loaded === undefined) {
      Reflect.deleteProperty(require.cache, file);
      loaded = require(file);
    }
    return loaded;
  };
  // What says that it is an ES module is taken as it is; of anything else, the importer copies all properties.
  const get = (/** @type {object} */ _, /** @type {string} */ key) => key === "__esModule" || load()[key];
  const exports = new Proxy({}, { get });
  require.cache[file] = /** @type {any} */ ({
    id: file,
    filename: file,
    loaded: true,
    exports,
    children: [],
    paths: [],
  });
}

const sdk = require("node:path").dirname(require.resolve("@pulumi/pulumi/package.json"));
for (const name of modules)
  try {
    loadWhenUsed(require.resolve(name, { paths: [sdk] }));
  } catch (error) {
    // A version of the SDK without it needs no help.
    if (error.code !== "MODULE_NOT_FOUND") throw error;
  }
