import assert from "node:assert/strict";
import { accessEntry } from "../../../components/access/accessEntry.ts";
import {
  ACCESS_SERVICES,
  accessStatements,
  everyGrantOf,
  serviceOf,
} from "../../../components/access/index.ts";
import { withSecretsNamed } from "../../../components/config/stackFile/secret.ts";
import { target } from "../stackFixture.ts";

const secret = withSecretsNamed({ secure: "AAAA" }) as string;

const entries = ACCESS_SERVICES.flatMap(everyGrantOf).filter((entry) => accessEntry.safeParse(entry).success);

/** Fields of a few words, of which a secret can be none. */
const fromWords = (name: string, service: string) =>
  name === "level" || ["s3.parts", "route53.types"].includes(`${service}.${name}`);

describe("a field of a grant that a stack file has as a secret", () => {
  for (const entry of entries) {
    const service = serviceOf(entry);
    const grant = entry[service] as Record<string, unknown>;
    for (const name of Object.keys(grant).filter((field) => !fromWords(field, service)))
      it(`is read for whom it may let: ${name} of ${JSON.stringify(entry)}`, () => {
        const given = { [service]: { ...grant, [name]: secret } };
        assert.deepEqual(accessEntry.safeParse(given).error?.issues, undefined);
        assert.match(JSON.stringify(accessStatements(given, target)), new RegExp(secret));
      });
  }

  it("is still judged where a text only holds such a name", () => {
    const given = { s3: { bucket: `*${secret}`, level: "read" } };
    assert.equal(accessEntry.safeParse(given).success, false);
  });
});
