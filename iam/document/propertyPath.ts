/** A property's path as Pulumi writes it: `metadata.tags["my key"]`. */
export function propertyPath(parent: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

/** The property of the resource itself in which a path begins: `policy` of `policy.Statement[0]`. */
export function topProperty(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? "";
}
