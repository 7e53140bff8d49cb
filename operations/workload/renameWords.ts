import { aroundPlaceholders } from "../../components/placeholders.ts";
import type { Edit, EditPath } from "../stackFile/edit.ts";

/**
 * A text with a name in it replaced by another, in every form that names of AWS resources take: `orders-api`,
 * `orders_api`, `ordersApi`, `OrdersApi` and `ORDERS_API`. Only whole words count: `dev` is in `dev-orders` and
 * `/dev/orders`, not in `device`, and no placeholder holds any: `{stack}` stays.
 */
export function renameWords(text: string, from: string, to: string): string {
  const [old, next] = [formsOf(from), formsOf(to)];
  // The forms of a name of one word are the same, and the first of the other name takes its place.
  const forms = new Map(old.map((form, index) => [form, next[index] ?? form] as const).reverse());
  // Longer forms first, so that none hides another.
  const patterns = [...forms.keys()].sort((one, other) => other.length - one.length).map(wholeWord);
  const anyForm = new RegExp(patterns.join("|"), "g");
  return aroundPlaceholders(text, (part) => part.replace(anyForm, (form) => forms.get(form) ?? form));
}

/** Every form of a name of lower-case letters, digits and hyphens. */
function formsOf(name: string): string[] {
  const words = name.split("-").filter(Boolean);
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const [first = ""] = words;
  const snake = words.join("_");
  return [name, snake, first + capitals.slice(1).join(""), capitals.join(""), snake.toUpperCase()];
}

/** A capital may begin a word inside of another, and end the one before it. */
function wholeWord(form: string): string {
  if (form === form.toUpperCase()) return `(?<![A-Za-z0-9])${form}(?![A-Za-z0-9])`;
  const starts = /^[A-Z]/.test(form) ? "(?<![A-Z])" : "(?<![A-Za-z0-9])";
  return `${starts}${form}(?![a-z0-9])`;
}

/** Fields that hold prose, paths in the project and in the machine, and instances, but no names of AWS resources. */
const UNNAMED = ["description", "userData", "userDataFile", "deviceName", "attachTo"];

/** What becomes of a text that may hold the name of an AWS resource. */
export type Rename = (text: string) => string;

/** The edits that rename what the values of a workload name. */
export function renameEdits(value: unknown, rename: Rename, path: EditPath = []): Edit[] {
  if (typeof value === "string") {
    const renamed = rename(value);
    return renamed === value ? [] : [{ path, values: [renamed] }];
  }
  if (typeof value !== "object" || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value).filter(([key]) => !UNNAMED.includes(key));
  return entries.flatMap(([key, inside]) => renameEdits(inside, rename, [...path, key]));
}
