import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const domain = `arn:aws:es:${place}:domain/orders`;
const read = allow(["es:ESHttpGet", "es:ESHttpHead"], [`${domain}/*`]);
const search = allow(
  ["es:ESHttpPost"],
  ["_search", "_search/*", "_msearch", "_mget", "_count"].flatMap((path) => [
    `${domain}/${path}`,
    `${domain}/*/${path}`,
  ]),
);
const write = allow(["es:ESHttpPut", "es:ESHttpPost", "es:ESHttpPatch"], [`${domain}/*`]);
const both = allow(["es:ESHttpGet", "es:ESHttpHead", ...write.Action], [`${domain}/*`]);
const remove = ["es:ESHttpDelete"];

const cases: AccessCase[] = [
  {
    name: "read gets anything, and posts nothing",
    entry: { opensearch: { domain: "orders", level: "read" } },
    gives: [read],
  },
  {
    name: "search posts to searches too",
    entry: { opensearch: { domain: "orders", level: "search" } },
    gives: [read, search],
  },
  {
    name: "write puts and posts anywhere",
    entry: { opensearch: { domain: "orders", level: "write" } },
    gives: [write],
  },
  {
    name: "delete removes documents and indexes",
    entry: { opensearch: { domain: "orders", level: "delete" } },
    gives: [allow(remove, [`${domain}/*`])],
  },
  {
    name: "readWrite does both",
    entry: { opensearch: { domain: "orders", level: "readWrite" } },
    gives: [both, search],
  },
  {
    name: "readWriteDelete does all three",
    entry: { opensearch: { domain: "orders", level: "readWriteDelete" } },
    gives: [allow([...both.Action, ...remove], [`${domain}/*`]), search],
  },
];

testAccess("opensearch", cases);
