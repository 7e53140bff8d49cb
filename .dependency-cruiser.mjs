// Holds the rooms of rooms.ts. "Import" is every import, of a type alone too.
import { builtinModules } from "node:module";
import { rooms, shownImports } from "./rooms.ts";

const ownFiles = ["index.ts", "main.js", "rooms.ts", "eslint.config.mjs", ".dependency-cruiser.mjs"];

const escaped = (text) => text.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);

/** A room, or a folder or file of one. */
const within = (name) => (/\.\w+$/.test(name) ? `^${escaped(name)}$` : `^${escaped(name)}/`);

const packagePath = (name) => `^node_modules/${escaped(name).replaceAll("*", ".*")}/`;
const nodeModule = (name) =>
  `^(node:)?(${name === "node:*" ? builtinModules.join("|") : name.slice(5)})(/|$)`;

const ofRooms = rooms.map((room) => {
  const { name, imports, packages } = room;
  const own = [...imports.map(within), within(name)];
  const packagesAllowed = packages?.flatMap((allowed) =>
    allowed.startsWith("node:") ? nodeModule(allowed) : packagePath(allowed),
  );
  const fromOutside = packagesAllowed ?? ["^node_modules/", nodeModule("node:*")];
  const rule = (from, to) => ({
    name,
    severity: "error",
    comment: `${name}/ may import from itself and from: ${shownImports(room)}. Move what both need to a room that both may import, or do without.`,
    from,
    to,
  });
  const path = within(name);
  return [rule({ path }, { pathNot: [...own, ...fromOutside] })];
});

export default {
  forbidden: [
    ...ofRooms.flat(),
    {
      name: "no-room",
      severity: "error",
      comment: "Code lives in a room: move the file, or describe its folder in rooms.ts.",
      from: { pathNot: [...rooms.map(({ name }) => within(name)), ...ownFiles.map(within)] },
      to: {},
    },
    {
      name: "devDependency",
      severity: "error",
      comment:
        "A user installs without devDependencies (npm ci --omit=dev): make the package a dependency, or do without.",
      from: { path: rooms.filter(({ development }) => !development).map(({ name }) => within(name)) },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"] },
    },
    {
      name: "circle",
      severity: "error",
      comment:
        "Files that import from each other, if only a type, can only be read together: move what both need into a file of its own.",
      from: {},
      to: { circular: true },
    },
    {
      name: "circle of folders",
      severity: "error",
      scope: "folder",
      comment:
        "Folders that import from each other are one folder: move the file to the one that needs it, or above both.",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // The CDK program of a benchmark has packages of its own.
    exclude: { path: ["^\\.sandbox/", "^dist/", "^benchmarks/cdk/app\\.cjs$"] },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    detectJSDocImports: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
