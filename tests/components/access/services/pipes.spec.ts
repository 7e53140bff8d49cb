import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "describes a pipe",
    entry: { pipes: { pipe: "orders", level: "describe" } },
    gives: [allow(["pipes:DescribePipe"], [`arn:aws:pipes:${place}:pipe/orders`])],
  },
  {
    name: "starts a pipe",
    entry: { pipes: { pipe: "orders", level: "start" } },
    gives: [allow(["pipes:StartPipe"], [`arn:aws:pipes:${place}:pipe/orders`])],
  },
  {
    name: "stops a pipe",
    entry: { pipes: { pipe: "orders", level: "stop" } },
    gives: [allow(["pipes:StopPipe"], [`arn:aws:pipes:${place}:pipe/orders`])],
  },
  {
    name: "starts and stops a pipe",
    entry: { pipes: { pipe: "orders", level: "startStop" } },
    gives: [allow(["pipes:StartPipe", "pipes:StopPipe"], [`arn:aws:pipes:${place}:pipe/orders`])],
  },
];

testAccess("pipes", cases);
