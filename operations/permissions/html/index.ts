export { permissionsPage } from "./permissionsPage.ts";
