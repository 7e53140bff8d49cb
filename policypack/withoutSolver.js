// The SDK of Pulumi loads npm's dependency solver when it starts, to pack up functions of a program. A policy pack has
// none, and the solver costs every preview a fifth of a second and 30 MB.
const solver = "@npmcli/arborist";
try {
  const file = require.resolve(solver, { paths: [require.resolve("@pulumi/pulumi")] });
  require.cache[file] = { id: file, filename: file, loaded: true, exports: {}, children: [], paths: [] };
} catch (error) {
  // A version of the SDK without it needs no help.
  if (error.code !== "MODULE_NOT_FOUND") throw error;
}
