export { reviewPage } from "./reviewPage.ts";
