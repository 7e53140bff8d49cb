import { oneOrSeveral, text } from "../../fields.ts";
import { arnsOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const bus: ResourceField = {
  description: "The event bus.",
  noun: "an event bus name",
  name: /[\w./-]{1,256}/,
  arn: "events:{region}:{account}:event-bus/{name}",
  example: "orders",
};

const wantSource = "the source of the events, such as shop.orders, or a list";

/**
 * Events that a program puts on a bus, of any source or of those named. Rules and their targets, which act with roles of
 * their own, are not to be changed by it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
export const events = service({
  description: { english: "Events on an EventBridge bus.", korean: "EventBridge 이벤트 버스의 이벤트" },
  resources: { bus },
  fields: {
    source: oneOrSeveral(text(wantSource, /^[\w./-]{1,256}$/), wantSource)
      .meta({ description: "Only events of these sources. Any if left out.", examples: ["shop.orders"] })
      .optional(),
  },
  levels: {
    put: [
      [["events:PutEvents"], "{busOfAny}"],
      [
        ["events:PutEvents"],
        "{busOfSource}",
        // A call puts several events, all of which have to be of these sources.
        {
          "ForAllValues:StringEquals": { "events:source": ["{source}"] },
          Null: { "events:source": ["false"] },
        },
      ],
    ],
  },
  derived: (grant, target) => ({
    [grant.source === undefined ? "busOfAny" : "busOfSource"]: arnsOf(bus, grant.bus, target),
  }),
  examples: [
    { bus: "orders", level: "put" },
    { bus: "orders", source: "shop.orders", level: "put" },
  ],
  neighbouringActions: ["events:PutRule", "events:PutTargets"],
  dataEvents: ["events:PutEvents"],
});
