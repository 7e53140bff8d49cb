export { reviewPage } from "./reviewPage";
