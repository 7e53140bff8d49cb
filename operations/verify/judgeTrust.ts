import { policyDocument } from "../../iam/document/readDocument.ts";
import { isEc2, trustedPrincipals, type TrustedPrincipal } from "../../iam/document/trustedPrincipals.ts";
import { putBack, type Finding } from "./finding.ts";
import { sameJson } from "./sameJson.ts";

/** Compares a trust policy with the declared one, and says who was let in and who was shut out. */
export function judgeTrust(declared: string, inForce: string): Finding[] {
  if (sameJson(declared, inForce)) return [];
  const [want, got] = [principalsIn(declared), principalsIn(inForce)];
  const added = got.filter((name) => !want.includes(name));
  const gone = want.filter((name) => !got.includes(name));
  const said = [
    ...(added.length > 0 ? [`lets in ${added.join(" and ")}`] : []),
    ...(gone.length > 0 ? [`no longer lets in ${gone.join(" and ")}`] : []),
    ...(added.length + gone.length === 0 ? ["lets in the same, by another document"] : []),
  ];
  return [{ at: "trust policy", got: said.join(", "), want: "EC2 alone", fix: putBack }];
}

function principalsIn(document: string): string[] {
  return [...new Set(trustedPrincipals({ at: "", readings: [], ...policyDocument(document) }).map(shown))];
}

/** Such as `AWS arn:aws:iam::111122223333:root under a condition`. */
function shown(principal: TrustedPrincipal): string {
  const { kind, value, conditional } = principal;
  const who = isEc2(principal)
    ? "EC2"
    : kind === "*"
      ? "everyone"
      : kind === "NotPrincipal"
        ? value
        : `${kind} ${value}`;
  return conditional ? `${who} under a condition` : who;
}
