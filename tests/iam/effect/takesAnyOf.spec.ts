import assert from "node:assert/strict";
import type { ArnForm, CatalogueAction } from "../../../iam/effect/catalogueAction.ts";
import { takesAnyOf } from "../../../iam/effect/takesResource.ts";

/** A form that counts how often it is compared with something. */
function countedForm(reads: { count: number }): ArnForm {
  return {
    arn: "arn:${Partition}:acme:::thing/${Name}",
    service: "acme",
    region: "",
    account: "",
    get resource() {
      reads.count += 1;
      return "thing/${Name}";
    },
  };
}

const actionOf = (name: string, form: ArnForm): CatalogueAction => ({
  service: "acme",
  name: `acme:${name}`,
  forms: [form],
  serviceTypes: ["thing", "other"],
  needsResource: true,
  keys: [],
});

const others = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    service: "acme",
    region: "",
    account: "",
    resource: `other/${index}`,
  }));

describe("the resources that actions take", () => {
  it("are compared once for all actions with the same form", () => {
    const reads = { count: 0 };
    const form = countedForm(reads);
    const takes = takesAnyOf(others(10));
    assert.equal(takes(actionOf("Do0", form)), false);
    const once = reads.count;
    for (let index = 1; index < 500; index++) assert.equal(takes(actionOf(`Do${index}`, form)), false);
    assert.deepStrictEqual([reads.count, once > 0], [once, true]);
  });

  it("are compared once where they stand several times", () => {
    const reads = { count: 0 };
    const [one] = others(1);
    assert.ok(one);
    takesAnyOf([one])(actionOf("Do", countedForm(reads)));
    const again = { count: 0 };
    takesAnyOf(Array.from({ length: 500 }, () => one))(actionOf("Do", countedForm(again)));
    assert.equal(again.count, reads.count);
  });

  it("are not said to be wrong where there are more than any document of IAM holds", () => {
    const action = actionOf("Do", countedForm({ count: 0 }));
    assert.deepStrictEqual(
      [700, 5000].map((count) => takesAnyOf(others(count))(action)),
      [false, true],
    );
  });
});
