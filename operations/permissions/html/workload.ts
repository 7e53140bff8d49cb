import { h } from "preact";
import type { ServiceRight, WorkloadAccess } from "../show/access.ts";
import { shownSecrets } from "../../../components/config/stackFile/secret.ts";
import { rightInWords, wordsOf } from "../show/accessTable.ts";
import { Marks } from "./marks.ts";
import { attachedPlace, placeOf } from "./words.ts";

/** One role: what it is, what limits it, and each of its rights in words. */
export function Workload({ workload }: { readonly workload: WorkloadAccess }) {
  const { name, roleName, rights, managedPolicies, permissionsBoundary, instances } = workload;
  const services = [...new Set(rights.map(({ service }) => service))];
  return h(
    "article",
    { id: name, "aria-labelledby": `${name}.Name` },
    h("h3", { id: `${name}.Name` }, name),
    h(
      "dl",
      { class: "about" },
      About({ name: "Role", values: [roleName] }),
      About({
        name: "Boundary",
        values: permissionsBoundary === undefined ? [] : [permissionsBoundary],
        children: "limits everything below, and what attached policies allow",
      }),
      About({
        name: "Attached",
        id: attachedPlace(workload),
        values: managedPolicies,
        told: managedPolicies.map((_, index) => wordsOf(workload, index)),
      }),
      About({ name: "Instances", values: instances }),
    ),
    rights.length === 0 &&
      h("p", null, managedPolicies.length > 0 ? "It has no rights of its own." : "It may do nothing."),
    services.map((service) =>
      h(
        "section",
        { id: placeOf(workload, service) },
        h("h4", null, h("code", null, service), " ", Marks({ of: workload, service })),
        h(
          "ul",
          null,
          rights.filter((right) => right.service === service).map((right) => Right({ right })),
        ),
      ),
    ),
  );
}

interface AboutProps {
  readonly name: string;
  readonly values: readonly string[];
  /** What each value means. @default - it says so itself */
  readonly told?: readonly string[];
  /** What the values mean together. @default - nothing to add */
  readonly children?: string;
  /** @default - nothing leads there */
  readonly id?: string;
}

function About({ name, values, told = [], children, id }: AboutProps) {
  if (values.length === 0) return null;
  return h(
    "div",
    { id },
    h("dt", null, name),
    h(
      "dd",
      null,
      values.flatMap((value, index) => [
        h("code", null, shownSecrets(value)),
        told[index] !== undefined && h("span", { class: "muted" }, told[index]),
      ]),
      children !== undefined && h("span", { class: "muted" }, children),
    ),
  );
}

/** The actions stand on their own line: they prove what the words before say. */
function Right({ right }: { readonly right: ServiceRight }) {
  const words = shownSecrets(rightInWords(right));
  const actions = `(${right.actions.join(", ")})`;
  return h(
    "li",
    { class: right.effect === "Deny" ? "never" : undefined },
    words.slice(0, -actions.length),
    h("code", { class: "muted" }, actions),
  );
}
