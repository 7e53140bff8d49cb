// Strips the types, as the start of the workloads' program does.
require("../policypack/typescript.js");
module.exports = require("./index");
