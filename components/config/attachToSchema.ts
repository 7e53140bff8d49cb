import { z } from "zod";
import { flag, listOf, map, text } from "./fields";

const WANT_INSTANCE = "an instance id, such as i-0123456789abcdef0";
const instanceId = text(WANT_INSTANCE, /^i-[0-9a-f]{8,17}$/);

const attachment = z.union(
  [
    instanceId,
    map({
      instance: instanceId,
      /** Whether a profile of somebody else may be taken off the instance. @default false */
      replaceExisting: flag().optional(),
    }),
  ],
  { error: `${WANT_INSTANCE}, or {instance: i-0123456789abcdef0, replaceExisting: true}` },
);

/** The instances that run already and have to carry the profile of a workload. */
export const attachTo = listOf(attachment, "a list of instance ids, such as - i-0123456789abcdef0");

/** The `attachTo` of a workload as it is written. */
export type AttachToEntry = z.infer<typeof attachTo>;
