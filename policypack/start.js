require("./loadedWhenUsed.js");
require("./typescript.js");
require("./index.ts");
