require("./withoutSolver.js");
require("./typescript.js");
require("./index.ts");
