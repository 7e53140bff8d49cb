import { serviceOutline, type ServiceOutline } from "../../iam/catalogue/serviceOutline.ts";
import { type MeantService, plainName, serviceMeantBy } from "../../iam/catalogue/serviceWords.ts";
import { didYouMean } from "../../iam/nearest.ts";
import { actionsWithin } from "./actions.ts";
import { ACCESS_SERVICES, type AccessService } from "./index.ts";
import { needsNoGrant } from "./needsNoGrant.ts";

/** What there is to say of a word that is no service of `access`. */
export interface UnknownService {
  /** What was meant, or what the word is, in one line. */
  readonly says: string;
  /** A service of IAM's whose actions `statements` can name. */
  readonly outline?: ServiceOutline;
}

/** Loaded where a word is wrong only: it reads the catalogue, and compiles every grant. */
export async function unknownService(word: string): Promise<UnknownService> {
  const plain = plainName(word);
  const free = needsNoGrant.find(({ words }) => words.includes(plain));
  if (free)
    return { says: `no grant is needed for ${free.what.english}: ${free.why.english} (${free.page})` };
  const same = ACCESS_SERVICES.find((service) => plainName(service) === plain);
  if (same !== undefined) return { says: `did you mean "${same}"?` };
  const meant = await serviceMeantBy(word);
  if (meant && !meant.isGuess) return asService(meant);
  const near = didYouMean(word, ACCESS_SERVICES);
  if (near !== "") return { says: near.replace("; ", "") };
  if (meant) return asService(meant, `did you mean "${meant.prefix}"? `);
  return { says: `want a service of docs/access.md; what it has no word for is said with statements` };
}

async function asService({ prefix, name }: MeantService, before = ""): Promise<UnknownService> {
  if ((ACCESS_SERVICES as readonly string[]).includes(prefix)) return { says: `did you mean "${prefix}"?` };
  const others = servicesWith(prefix);
  const outline = await serviceOutline(prefix);
  const says =
    others.length > 0
      ? `did you mean ${others.map((service) => `"${service}"`).join(" or ")}? Other actions of ${name} are said`
      : `${before}access has no word for ${name}, whose actions are said`;
  return { says: `${says} with statements beside access`, outline };
}

/** The services of `access` that grant actions of a prefix, or of one that goes on from it, as `rds-db` does from `rds`. */
function servicesWith(prefix: string): AccessService[] {
  return ACCESS_SERVICES.filter((service) =>
    actionsWithin(service).some(
      (action) => action.startsWith(`${prefix}:`) || action.startsWith(`${prefix}-`),
    ),
  );
}

/** Enough to know the forms by; AWS's page of the service has all. */
const MOST_SHOWN = 8;
const MOST_NAMES = 3;

/** The lines below the first: the kinds of resources and the actions, by level, of a service. */
export function outlineLines({ resourceTypes, actions }: ServiceOutline): string[] {
  const rest = resourceTypes.length - MOST_SHOWN;
  return [
    resourceTypes.length === 0 ? 'no resource types: resources are ["*"]' : "resource types:",
    ...resourceTypes.slice(0, MOST_SHOWN).map(({ type, arn }) => `  ${type}: ${arn}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    "actions:",
    ...actions.map(({ level, names }) => `  ${level}: ${someOf(names)}`),
  ];
}

function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** The example of a service as it stands in a stack file. */
export function exampleLines({ example }: ServiceOutline): string[] {
  return ["statements:", `  - actions: [${example.action}]`, `    resources: ["${example.resource}"]`];
}
