/**
 * A value as JSON that may stand in a `script` element. An HTML parser ends such an element at `</script` and reads on after `<!--`,
 * so no `<` is left in it.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
