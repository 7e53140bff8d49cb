import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { render } from "preact-render-to-string";
import { embeddedJson } from "../../../../operations/html/embeddedJson.ts";
import { permissionsPage } from "../../../../operations/permissions/html/permissionsPage.ts";
import { Legend } from "../../../../operations/permissions/html/marks.ts";
import { Workload } from "../../../../operations/permissions/html/workload.ts";
import type { ServiceRight, StackAccess } from "../../../../operations/permissions/show/access.ts";
import { rightInWords } from "../../../../operations/permissions/show/accessTable.ts";
import { variedAccess } from "./stacks.ts";

const first = (pattern: RegExp, text: string) => pattern.exec(text)?.[1];

const hashOf = (text: string | undefined) =>
  `'sha256-${createHash("sha256")
    .update(text ?? "")
    .digest("base64")}'`;

/** A stack in which every text is this one. */
const stackOf = (text: string): StackAccess => ({
  stack: text,
  services: [text],
  workloads: [
    {
      name: text,
      roleName: text,
      managedPolicies: [text],
      permissionsBoundary: text,
      instances: [text],
      rights: [
        {
          effect: "Allow",
          service: text,
          levels: ["read"],
          actions: [text],
          resources: [text],
          shownResources: [text],
          condition: text,
        },
      ],
    },
  ],
});

/** Each service where it comes first. */
function byService(rights: readonly ServiceRight[]): ServiceRight[] {
  const services = [...new Set(rights.map(({ service }) => service))];
  return services.flatMap((service) => rights.filter((right) => right.service === service));
}

describe("the permissions page", () => {
  it("allows its own style and script and nothing else", async () => {
    const page = permissionsPage(await variedAccess());
    const style = hashOf(first(/<style>(.*)<\/style>/s, page));
    const script = hashOf(first(/<script>(.*)<\/script>/s, page));
    assert.equal(
      first(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/, page),
      `default-src 'none'; style-src ${style}; script-src ${script}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  it("says every right in the words of the table", async () => {
    const { workloads } = await variedAccess();
    const said = workloads.map((workload) =>
      [...render(Workload({ workload })).matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, html = ""]) =>
        html.replace(/<[^>]*>/g, ""),
      ),
    );
    assert.deepEqual(
      said,
      workloads.map(({ rights }) => byService(rights).map(rightInWords)),
    );
  });

  it("says what limits a role, what is attached to it and what carries it", async () => {
    const { workloads } = await variedAccess();
    const texts = workloads.map((workload) =>
      render(Workload({ workload }))
        .replace(/<section.*<\/section>/s, "")
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
    const boundary = "Boundary limits limits everything below, and what attached policies allow";
    assert.deepEqual(texts, [
      `api Role shop-prod-api ${boundary} Instances i-0123456789abcdef0`,
      `deployer Role shop-prod-deployer ${boundary}`,
      `idle Role shop-prod-idle ${boundary} It may do nothing.`,
      `shell Role shop-prod-shell ${boundary} ` +
        "Attached AmazonSSMManagedInstanceCore write, read on ec2messages; write, read, list on ssm; write on ssmmessages " +
        "CloudWatchAgentServerPolicy write on cloudwatch; list on ec2; write, list on logs; read on ssm; write, read on xray " +
        "It has no rights of its own.",
    ]);
  });

  it("leads from each cell of the matrix to a place that is there", async () => {
    const page = permissionsPage(await variedAccess());
    const ids = new Set(
      [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => `#${encodeURIComponent(id)}`),
    );
    const links = [...page.matchAll(/ href="(#[^"]*)"/g)].map(([, href = ""]) => href);
    assert.deepEqual([links.includes("#shell.Attached"), links.filter((href) => !ids.has(href))], [true, []]);
  });

  it("gives its script the workloads and the letters", async () => {
    const access = await variedAccess();
    const json = first(
      /<script type="application\/json" id="accessData">(.*?)<\/script>/s,
      permissionsPage(access),
    );
    assert.deepEqual(JSON.parse(json ?? ""), {
      workloads: access.workloads,
      letters: {
        list: "L",
        read: "R",
        tagging: "T",
        write: "W",
        "permissions management": "P",
        unknown: "?",
      },
    });
  });

  it("explains the mark of what the catalogue does not know only where it occurs", async () => {
    const { workloads } = await variedAccess();
    const [right] = workloads[0]?.rights ?? [];
    const strange: StackAccess = {
      stack: "dev",
      services: ["s3"],
      workloads: workloads.slice(0, 1).map((workload) => ({
        ...workload,
        rights: right ? [{ ...right, levels: ["unknown"] }] : [],
      })),
    };
    const legend = (access: StackAccess) =>
      render(Legend({ access }))
        .replace(/<[^>]*>/g, " ")
        .trim()
        .split(/ {2,}/);
    const known = ["L", "list", "R", "read", "T", "tagging", "W", "write", "P", "permissions management"];
    assert.deepEqual(
      [legend(await variedAccess()), legend(strange)],
      [
        [...known, "!", "with a Deny"],
        [...known, "?", "unknown", "!", "with a Deny"],
      ],
    );
  });

  it("shows hostile text as text, wherever it stands", () => {
    const tags = (page: string) => page.match(/<[\w/!][^>]*?(?=[\s>])/g);
    const hostile = `</script></style></title><!--<script>alert(1)</script><img src=x onerror="alert('2')">`;
    assert.deepEqual(tags(permissionsPage(stackOf(hostile))), tags(permissionsPage(stackOf("harmless"))));
  });

  it("says of an empty stack that there is nothing", () => {
    const page = permissionsPage({ stack: "dev", services: [], workloads: [] });
    assert.equal(
      first(/<p class="lead">(.*?) </, page),
      "The stack has no workloads, so nothing is allowed to anybody.",
    );
  });
});

describe("JSON in a page", () => {
  it("is the same value and holds nothing that ends a script or begins a comment", () => {
    const value = { "</script>": "<!-- <script \u2028 & ' \" \\u003c" };
    const json = embeddedJson(value);
    assert.deepEqual([JSON.parse(json), json.includes("<")], [value, false]);
  });
});
