import { type CatalogueAction, catalogueAction } from "../../../iam/effect/catalogueAction.ts";
import { hasForm } from "../../../iam/effect/takesResource.ts";
import { arnFields } from "./arnFields.ts";

/** The ARN that IAM judged an action on, of those that an event names. */
export type JudgedOn = (candidates: readonly string[]) => string;

const ofActions = new Map<string, JudgedOn>();

/** Chooses by the forms of ARNs that an action takes. What is known already is there at once. */
export function judgedOn(action: string): JudgedOn | Promise<JudgedOn> {
  return ofActions.get(action) ?? lookUp(action);
}

async function lookUp(action: string): Promise<JudgedOn> {
  const [service = "", name = ""] = action.split(":");
  const details = await catalogueAction(service, name);
  const known = new Map<string, boolean>();
  const choose: JudgedOn = (candidates) => candidates.find((arn) => fits(details, arn, known)) ?? "*";
  ofActions.set(action, choose);
  return choose;
}

/** Such shapes are few, unless a file invents them. */
const mostShapes = 10_000;

/** ARNs of one shape have one answer, since forms leave names open: there are thousands of objects, and few shapes. */
function fits(action: CatalogueAction, arn: string, known: Map<string, boolean>): boolean {
  const [, , service, region = "", account = "", resource] = arnFields(arn);
  if (service === undefined || resource === undefined) return false;
  const words = resource.split(/[/:]/);
  const type = words.length > 1 && service !== "s3" ? words[0] : "";
  const shape = `${service} ${region === ""} ${account === ""} ${type} ${Math.min(words.length, 5)}`;
  const answer = known.get(shape);
  if (answer !== undefined) return answer;
  const found = hasForm(action, { service, region, account, resource });
  if (known.size < mostShapes) known.set(shape, found);
  return found;
}
