export { type Change, givesMore, shownChange } from "./change.ts";
export { permissionDiff, type PermissionDiff } from "./permissionDiff.ts";
export { widens } from "./widens.ts";
