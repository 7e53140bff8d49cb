export { type Change, givesMore, shownChange } from "./change";
export { permissionDiff, type PermissionDiff } from "./permissionDiff";
export { widens } from "./widens";
