import type { ValueType } from "../conditions/operators.ts";
import { patternsMeet } from "./patternsMeet.ts";

/**
 * Whether an operator of a type can compare a request with a value. True where that is not sure.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function comparable(type: ValueType, value: string): boolean {
  switch (type) {
    case "number":
      return isNumber(value);
    case "date":
      return isDate(value);
    case "boolean":
    case "presence":
      return /^(?:true|false)$/i.test(value);
    case "binary":
      return value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
    case "address":
      return isAddress(value);
    case "arn":
      return patternsMeet("arn:${a}:${b}:${c}:${d}:${e}", value);
    case "text":
      return true;
  }
}

function isNumber(value: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value);
}

/** ISO 8601 as the W3C writes it, to the year, the day or the second, or seconds since 1970. */
function isDate(value: string): boolean {
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return true;
  const parts =
    /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?$/i.exec(
      value,
    );
  if (parts === null) return false;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  // The last day of a month is the day before the first of the next.
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour <= 24 && minute <= 59 && second <= 60;
}

/** An address of IPv4 or IPv6, or a range of them in CIDR notation. */
function isAddress(value: string): boolean {
  const [address = "", bits, ...more] = value.split("/");
  const most = isIpv4(address) ? 32 : isIpv6(address) ? 128 : undefined;
  if (most === undefined || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function isIpv4(address: string): boolean {
  const parts = address.split(".");
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function isIpv6(address: string): boolean {
  const [before = "", after, ...more] = address.split("::");
  if (more.length > 0) return false;
  const groups = [before, after ?? ""].flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  // The last two groups may be written as an address of IPv4.
  const count = groups.length + (isIpv4(last) ? 1 : 0);
  const right = groups.every((group, index) =>
    index === groups.length - 1 && isIpv4(group) ? true : /^[0-9a-f]{1,4}$/i.test(group),
  );
  return right && (after === undefined ? count === 8 : count <= 7);
}
