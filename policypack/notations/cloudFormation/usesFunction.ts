/** Whether a function of CloudFormation, such as `Fn::If`, stands anywhere in a value. */
export function usesFunction(value: unknown, name: string): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const item = open.pop();
    if (typeof item !== "object" || item === null) continue;
    if (name in item) return true;
    for (const inside of Object.values(item)) open.push(inside);
  }
  return false;
}
