import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "invokes an alias of a function",
    entry: { lambda: { function: "orders:live", level: "invoke" } },
    gives: [allow(["lambda:InvokeFunction"], [`arn:aws:lambda:${place}:function:orders:live`])],
  },
  {
    name: "calls a function by its URL only",
    entry: { lambda: { function: "orders", level: "callUrl" } },
    gives: [
      allow(["lambda:InvokeFunctionUrl"], [`arn:aws:lambda:${place}:function:orders`]),
      allow(["lambda:InvokeFunction"], [`arn:aws:lambda:${place}:function:orders`], {
        Bool: { "lambda:InvokedViaFunctionUrl": ["true"] },
      }),
    ],
  },
];

testAccess("lambda", cases);
