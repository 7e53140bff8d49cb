import assert from "node:assert/strict";
import fc from "fast-check";
import { graphOf } from "../../../../operations/permissions/html/browser/graph.ts";
import { type Drawing, layout } from "../../../../operations/permissions/html/browser/layout.ts";
import { shortName } from "../../../../operations/permissions/html/browser/shortName.ts";
import type { WorkloadAccess } from "../../../../operations/permissions/show/access.ts";
import { variedAccess } from "./stacks.ts";

const seed = Number(process.env.LAYOUT_SEED ?? 20261125);

const right = fc.record({
  effect: fc.constantFrom("Allow" as const, "Deny" as const),
  service: fc.constantFrom("s3", "sqs"),
  levels: fc.subarray(["write" as const, "read" as const], { minLength: 1 }),
  actions: fc.constant(["s3:GetObject"]),
  resources: fc.constant([]),
  shownResources: fc.array(fc.constantFrom("s3://a", "s3://b", "sqs c", "sqs d", "e"), {
    minLength: 1,
    maxLength: 4,
  }),
});

/** Up to twelve workloads with some resources, policies and boundaries in common. */
const workloads = fc
  .array(
    fc.record(
      {
        rights: fc.array(right, { maxLength: 6 }),
        managedPolicies: fc.subarray(["One", "Two", "Three"]),
        permissionsBoundary: fc.constantFrom("limits", "other"),
      },
      { requiredKeys: ["rights", "managedPolicies"] },
    ),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map((one, index): WorkloadAccess => ({
      name: `w${index}`,
      roleName: `shop-w${index}`,
      instances: [],
      ...one,
    })),
  );

/** Pairs that cover the same place: boxes with boxes, and fences with fences and with boxes other than their own. */
function overlaps({ boxes, fences }: Drawing): string[] {
  const areas = [
    ...boxes.filter(({ boundary }) => boundary === undefined).map((box) => ({ ...box, says: box.id })),
    ...fences.map((fence) => ({ ...fence, says: `fence ${fence.name}` })),
  ];
  return areas.flatMap((one, index) =>
    areas
      .slice(index + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      )
      .map((other) => `${one.says} and ${other.says}`),
  );
}

/** What reaches over the edge of the drawing. */
const outside = ({ width, height, boxes, fences }: Drawing) =>
  [...boxes, ...fences].filter(
    (area) => area.x < 0 || area.y < 0 || area.x + area.width > width || area.y + area.height > height,
  );

describe("the layout of the graph", () => {
  it(`keeps everything apart and inside, whatever is drawn (seed ${seed})`, () => {
    fc.assert(
      fc.property(workloads, (drawn) => {
        const drawing = layout(graphOf(drawn));
        assert.deepEqual(
          { overlaps: overlaps(drawing), outside: outside(drawing) },
          { overlaps: [], outside: [] },
        );
      }),
      { seed, numRuns: 500 },
    );
  });

  it(`draws the same graph the same, each box and arrow once (seed ${seed})`, () => {
    fc.assert(
      fc.property(workloads, (drawn) => {
        const graph = graphOf(drawn);
        const drawing = layout(graph);
        assert.deepEqual(layout(graphOf(structuredClone(drawn))), drawing);
        assert.deepEqual(
          [drawing.boxes.map(({ id }) => id), drawing.arrows.length],
          [graph.boxes.map(({ id }) => id), graph.arrows.length],
        );
      }),
      { seed, numRuns: 200 },
    );
  });

  it("puts a fence around the role, and gives each arrow at a box an end of its own", async () => {
    const { workloads } = await variedAccess();
    const { boxes, arrows, fences } = layout(graphOf(workloads.slice(0, 2)));
    const box = boxes.find(({ id }) => id === "resource s3://orders/*");
    assert.deepEqual(
      {
        role: boxes.find(({ id }) => id === "role api"),
        fence: fences[0],
        box: box && { x: box.x, y: box.y, height: box.height },
        ends: arrows.filter(({ to }) => to === box?.id).map(({ end }) => end),
      },
      {
        role: {
          id: "role api",
          column: "role",
          kind: "role",
          name: "shop-prod-api",
          boundary: "limits",
          x: 308,
          y: 104,
          width: 122,
          height: 44,
        },
        fence: { name: "limits", x: 300, y: 78, width: 138, height: 78 },
        box: { x: 680, y: 62, height: 60 },
        ends: [
          { x: 680, y: 72 },
          { x: 680, y: 92 },
          { x: 680, y: 112 },
        ],
      },
    );
  });

  it("draws nothing as nothing", () => {
    assert.deepEqual(layout(graphOf([])), { width: 944, height: 14, boxes: [], arrows: [], fences: [] });
  });
});

describe("a short name", () => {
  const cases = [
    ["orders-api", 10, "orders-api"],
    ["instance-profiles-dev-orders-api", 18, "…dev-orders-api"],
    ["AmazonSSMManagedInstanceCore", 18, "…nagedInstanceCore"],
    ["secret:dev/orders/payment-provider-??????", 12, "…ider-??????"],
  ] as const;
  for (const [name, most, short] of cases)
    it(`of ${name} in ${most} characters is ${short}`, () => {
      assert.equal(shortName(name, most), short);
    });
});
