/** Addresses that share their first bits. */
interface Network {
  /** 32 for IPv4, 128 for IPv6. */
  readonly length: number;
  readonly address: bigint;
  /** So many first bits are shared. */
  readonly bits: number;
}

/**
 * Whether a range of addresses in CIDR notation takes in another one. False for what is no range, and for one of the other version.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function addressCovers(wide: string, narrow: string): boolean {
  const [one, other] = [networkOf(wide), networkOf(narrow)];
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  const rest = BigInt(one.length - one.bits);
  return one.bits <= other.bits && one.address >> rest === other.address >> rest;
}

function networkOf(text: string): Network | undefined {
  const [, address = "", written] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const parts = address.includes(":") ? groupsOf(address) : address.split(".").map(numberOf);
  const [count, size] = address.includes(":") ? [8, 16] : [4, 8];
  const length = count * size;
  const bits = Number(written ?? length);
  if (parts?.length !== count || bits > length || parts.some((part) => !(part < 2 ** size))) return undefined;
  return { length, bits, address: parts.reduce((sum, part) => (sum << BigInt(size)) | BigInt(part), 0n) };
}

/** The eight groups of IPv6; undefined for one that ends in IPv4, which nobody needs to compare. */
function groupsOf(address: string): number[] | undefined {
  const [before = "", after, ...more] = address.split("::");
  if (more.length > 0 || address.includes(".")) return undefined;
  const groups = (half: string) =>
    half === ""
      ? []
      : half.split(":").map((group) => (/^[\da-f]{1,4}$/i.test(group) ? parseInt(group, 16) : NaN));
  const [first, last] = [groups(before), groups(after ?? "")];
  if (after === undefined) return first;
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}

const numberOf = (part: string) => (/^\d{1,3}$/.test(part) ? Number(part) : NaN);
