/**
 * The policy variables of a text that may have no value in a request. `${*}`, `${?}` and `${$}` are characters, and a variable with a
 * default always has a value.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
export function variablesIn(text: string): string[] {
  return text.match(/\$\{[^*?$},][^},]*\}/g) ?? [];
}
