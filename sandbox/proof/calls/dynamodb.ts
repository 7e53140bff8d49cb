import {
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import type { Clients } from "../clients.ts";
import { leaveAlone, makes, type RealCall, type Remove } from "./realCall.ts";

const key = { id: { S: "instance-profiles-proof" } };

/** A table with one text key, made by the administrator of the embedded AWS. */
export async function makeTable({ dynamodb }: Clients, table: string): Promise<Remove> {
  const create = dynamodb.send(
    new CreateTableCommand({
      TableName: table,
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  if (!(await makes(create))) return leaveAlone;
  return () => dynamodb.send(new DeleteTableCommand({ TableName: table }));
}

/** Reading, writing and deleting items, and the end of the table, which nobody is granted. */
export function dynamodbCalls({ dynamodb }: Clients, tableArn: string, table: string): RealCall[] {
  const query = { KeyConditionExpression: "id = :id", ExpressionAttributeValues: { ":id": key.id } };
  const call = (action: string, send: () => Promise<unknown>): RealCall => ({
    action: `dynamodb:${action}`,
    resource: tableArn,
    send,
  });
  return [
    call("GetItem", () => dynamodb.send(new GetItemCommand({ TableName: table, Key: key }))),
    call("Query", () => dynamodb.send(new QueryCommand({ TableName: table, ...query }))),
    call("PutItem", () => dynamodb.send(new PutItemCommand({ TableName: table, Item: key }))),
    call("DeleteItem", () => dynamodb.send(new DeleteItemCommand({ TableName: table, Key: key }))),
    call("DeleteTable", () => dynamodb.send(new DeleteTableCommand({ TableName: table }))),
  ];
}
