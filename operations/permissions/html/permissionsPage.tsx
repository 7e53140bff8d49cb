import * as path from "node:path";
import { bundle } from "../../html/bundle";
import { embeddedJson } from "../../html/embeddedJson";
import { htmlPage } from "../../html/htmlPage";
import type { StackAccess } from "../show/access";
import { letters } from "../show/accessTable";
import { dataId, type PageData } from "./browser/data";
import { Graph } from "./graph";
import { graphStyle } from "./graphStyle";
import { Head } from "./head";
import { Matrix } from "./matrix";
import { Search } from "./search";
import { permissionsStyle } from "./style";
import { servicesOf } from "./words";
import { Workload } from "./workload";

/**
 * What every role of a stack may do as one HTML file that loads nothing. Its script searches and draws; without it everything can
 * be read.
 */
export function permissionsPage(access: StackAccess): string {
  const { stack, workloads } = access;
  const data: PageData = { workloads, letters };
  const body = (
    <>
      <a class="skip" href="#roleDetails">
        Skip to the rights in words
      </a>
      <Head access={access} />
      <main>
        <Search />
        <Matrix access={access} />
        <section id="roleDetails" aria-labelledby="roleDetailsTitle" tabIndex={0}>
          <h2 id="roleDetailsTitle">The rights in words</h2>
          {workloads.map((workload) => (
            <Workload key={workload.name} workload={workload} />
          ))}
        </section>
        <Graph />
      </main>
      <footer>
        Printed by <code>npm run --silent permissions -- show --stack {stack} --format html</code>. The file
        holds everything and asks for nothing.
      </footer>
      <script type="application/json" id={dataId} dangerouslySetInnerHTML={{ __html: embeddedJson(data) }} />
    </>
  );
  return htmlPage({
    title: `Permissions of ${stack}`,
    style: permissionsStyle(servicesOf(access).length) + graphStyle,
    body,
    script: bundle(path.join(__dirname, "browser", "main.ts")),
  });
}
