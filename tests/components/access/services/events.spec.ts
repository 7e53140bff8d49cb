import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "puts events of any source",
    entry: { events: { bus: ["orders", "default"], level: "put" } },
    gives: [
      allow(
        ["events:PutEvents"],
        [`arn:aws:events:${place}:event-bus/orders`, `arn:aws:events:${place}:event-bus/default`],
      ),
    ],
  },
  {
    name: "puts events of named sources only",
    entry: { events: { bus: "orders", source: ["shop.orders", "shop.paid"], level: "put" } },
    gives: [
      allow(["events:PutEvents"], [`arn:aws:events:${place}:event-bus/orders`], {
        "ForAllValues:StringEquals": { "events:source": ["shop.orders", "shop.paid"] },
        Null: { "events:source": ["false"] },
      }),
    ],
  },
];

testAccess("events", cases);
