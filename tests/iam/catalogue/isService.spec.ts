import assert from "node:assert/strict";
import { catalogueActions } from "../../../iam/catalogue/catalogueActions.ts";
import { isService } from "../../../iam/catalogue/isService.ts";
import { limitableActions } from "../../../iam/catalogue/limitableActions.ts";
import { serviceMeantBy } from "../../../iam/catalogue/serviceWords.ts";

/** What every object of JavaScript has, in the case in which the catalogue is asked. */
const ofObjects = ["constructor", "__proto__"];

describe("the services of the catalogue", () => {
  it("are known by their prefixes, in any case", async () => {
    assert.deepEqual(await Promise.all(["s3", "S3", "execute-api", "s4", ""].map(isService)), [
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  for (const word of ofObjects)
    it(`are none that only an object of JavaScript has: ${word}`, async () => {
      assert.deepEqual(
        [
          await isService(word),
          await catalogueActions(word, "*"),
          await catalogueActions("s3", word),
          await limitableActions([`${word}:Get`, `s3:${word}`]),
          await serviceMeantBy(word),
        ],
        [false, [], [], [], undefined],
      );
    });
});
