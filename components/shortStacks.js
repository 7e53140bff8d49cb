/**
 * Has errors of this process keep the first frame of their stack alone, unless somebody set a number of frames.
 *
 * Pulumi's SDK writes a stack for each of its promises, and for each frame of it looks for a source map; those of the SDK
 * and of the AWS package are large. A preview of the stack `dev` takes a fifth less processor time of the program and
 * 190 instead of 320 MB without (`npm run bench:preview`). What is lost: an error that is a fault of the program names
 * only the line where it came up. `INSTANCE_PROFILES_STACKS=full` brings the whole stack back.
 *
 * @see https://nodejs.org/api/errors.html#errorstacktracelimit
 */
export function shortenStacks(environment = process.env) {
  const isUnset = Error.stackTraceLimit === nodesOwnLimit;
  if (isUnset && environment["INSTANCE_PROFILES_STACKS"] !== "full") Error.stackTraceLimit = 1;
}

const nodesOwnLimit = 10;
