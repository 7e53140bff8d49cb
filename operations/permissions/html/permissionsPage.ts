import { Fragment, h } from "preact";
import * as path from "node:path";
import { bundle } from "../../html/bundle.ts";
import { embeddedJson } from "../../html/embeddedJson.ts";
import { htmlPage } from "../../html/htmlPage.ts";
import type { StackAccess } from "../show/access.ts";
import { letters } from "../show/accessTable.ts";
import { dataId, type PageData } from "./browser/data.ts";
import { Graph } from "./graph.ts";
import { graphStyle } from "./graphStyle.ts";
import { Head } from "./head.ts";
import { Matrix } from "./matrix.ts";
import { Search } from "./search.ts";
import { permissionsStyle } from "./style.ts";
import { servicesOf } from "./words.ts";
import { Workload } from "./workload.ts";

/**
 * What every role of a stack may do as one HTML file that loads nothing. Its script searches and draws; without it everything can
 * be read.
 */
export function permissionsPage(access: StackAccess): string {
  const { stack, workloads } = access;
  const data: PageData = { workloads, letters };
  const body = h(
    Fragment,
    null,
    h("a", { class: "skip", href: "#roleDetails" }, "Skip to the rights in words"),
    Head({ access }),
    h(
      "main",
      null,
      Search(),
      Matrix({ access }),
      h(
        "section",
        { id: "roleDetails", "aria-labelledby": "roleDetailsTitle", tabIndex: 0 },
        h("h2", { id: "roleDetailsTitle" }, "The rights in words"),
        workloads.map((workload) => Workload({ workload })),
      ),
      Graph(),
    ),
    h(
      "footer",
      null,
      "Printed by ",
      h("code", null, "npx instance-profiles permissions show --stack ", stack, " --format html"),
      ". The file holds everything and asks for nothing.",
    ),
    h("script", {
      type: "application/json",
      id: dataId,
      dangerouslySetInnerHTML: { __html: embeddedJson(data) },
    }),
  );
  return htmlPage({
    title: `Permissions of ${stack}`,
    style: permissionsStyle(servicesOf(access).length) + graphStyle,
    body,
    script: bundle(path.join(import.meta.dirname, "browser", "main.ts")),
  });
}
