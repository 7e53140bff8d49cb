import type { AccessLevel } from "../../../../iam/catalogue/accessLevels.ts";
import type { ServiceRight, WorkloadAccess } from "../../show/access.ts";

/** In the order in which one leads to the next. */
export const columns = ["workload", "instance profile", "role", "policy", "resource"] as const;

export interface Box {
  readonly id: string;
  readonly column: (typeof columns)[number];
  /** The small line of the box: what it is. */
  readonly kind: string;
  readonly name: string;
  /** The permissions boundary around a role. @default - none */
  readonly boundary?: string;
}

export interface Arrow {
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  /** @default - it only says that one has the other */
  readonly effect?: "Allow" | "Deny";
  /** The riskiest first; none where there is no effect. */
  readonly levels: readonly AccessLevel[];
}

export interface Graph {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/**
 * How workloads reach resources: each with its own instance profile, role and policy, and with the policies and resources that
 * several share once.
 */
export function graphOf(workloads: readonly WorkloadAccess[]): Graph {
  const parts = workloads.map(partOf);
  const boxes = new Map(parts.flatMap((part) => part.boxes).map((box) => [box.id, box]));
  return { boxes: [...boxes.values()], arrows: parts.flatMap(({ arrows }) => arrows) };
}

function partOf({ name, roleName, rights, managedPolicies, permissionsBoundary }: WorkloadAccess): Graph {
  const [workload, profile, role, policy] = ["workload", "profile", "role", "policy"].map(
    (kind) => `${kind} ${name}`,
  ) as [string, string, string, string];
  const attached = managedPolicies.map((managed) => ({ id: `attached ${managed}`, name: managed }));
  const own = rights.length > 0 ? [policy] : [];
  return {
    boxes: [
      { id: workload, column: "workload", kind: "workload", name },
      { id: profile, column: "instance profile", kind: "instance profile", name: roleName },
      {
        id: role,
        column: "role",
        kind: "role",
        name: roleName,
        ...(permissionsBoundary !== undefined && { boundary: permissionsBoundary }),
      },
      ...own.map((id) => ({ id, column: "policy", kind: "own policy", name: roleName }) as const),
      ...attached.map((box) => ({ ...box, column: "policy", kind: "attached policy" }) as const),
      ...rights.flatMap(resourceBoxes),
    ],
    arrows: [
      has(workload, profile),
      has(profile, role),
      ...own.map((id) => has(role, id)),
      ...attached.map(({ id }) => has(role, id)),
      ...effects(policy, rights),
    ],
  };
}

const has = (from: string, to: string): Arrow => ({ from, to, levels: [] });

const resourceBoxes = ({ service, shownResources }: ServiceRight): Box[] =>
  shownResources.map((shown) => ({
    id: `resource ${shown}`,
    column: "resource",
    kind: service,
    name: withoutService(shown, service),
  }));

/** The service stands beside the name already, in `s3://orders`, `sqs orders` and `every resource of sqs`. */
function withoutService(shown: string, service: string): string {
  if (shown === `every resource of ${service}`) return "every resource";
  const start = [`${service}://`, `${service} `].find((text) => shown.startsWith(text)) ?? "";
  return shown.slice(start.length);
}

/** One arrow for each resource and effect, with the levels of all rights on it. */
function effects(policy: string, rights: readonly ServiceRight[]): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { effect, levels, shownResources } of rights)
    for (const shown of shownResources) {
      const known = arrows.get(`${effect} ${shown}`)?.levels ?? [];
      arrows.set(`${effect} ${shown}`, {
        from: policy,
        to: `resource ${shown}`,
        effect,
        levels: [...new Set([...known, ...levels])],
      });
    }
  return [...arrows.values()];
}
