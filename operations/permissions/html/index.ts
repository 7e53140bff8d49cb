export { permissionsPage } from "./permissionsPage";
