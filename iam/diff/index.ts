export { type Change, givesMore, shownChange } from "./change.ts";
export { diffDocuments, diffStatements, type PermissionDiff } from "./diffDocuments.ts";
export { widens } from "./widens.ts";
