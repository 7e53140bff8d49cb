/** The six fields of an ARN as a request has it: text alone, in which braces and dollars are no variables. */
export function arnFields(arn: string): string[] {
  const fields = arn.split(":");
  return fields.length < 6 ? fields : [...fields.slice(0, 5), fields.slice(5).join(":")];
}
