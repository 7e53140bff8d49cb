import { z } from "zod";
import { flag, listOf, map, text } from "../fields.ts";

const WANT_INSTANCE = "an instance id, such as i-0123456789abcdef0";
const instanceId = text(WANT_INSTANCE, /^i-[0-9a-f]{8,17}$/).meta({
  description: "The id of an instance.",
  examples: ["i-0123456789abcdef0"],
});

const attachment = z.union(
  [
    instanceId,
    map({
      instance: instanceId,
      replaceExisting: flag()
        .meta({
          description:
            "Whether a profile of somebody else may be taken off the instance. False if left out: the update ends with an error.",
          examples: [true],
        })
        .optional(),
    }),
  ],
  { error: `${WANT_INSTANCE}, or {instance: i-0123456789abcdef0, replaceExisting: true}` },
);

export const attachTo = listOf(attachment, "a list of instance ids, such as - i-0123456789abcdef0").meta({
  description: "Instances that run already and have to carry the profile of the workload. None if left out.",
  examples: [["i-0123456789abcdef0"], [{ instance: "i-0123456789abcdef0", replaceExisting: true }]],
});

/** The `attachTo` of a workload as it is written. */
export type AttachToEntry = z.infer<typeof attachTo>;
