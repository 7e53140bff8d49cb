import { htmlPage } from "../../html/htmlPage";
import type { Review } from "../review";
import { Patch } from "./patch";
import { reviewStyle } from "./style";
import { Summary } from "./summary";
import { VerdictGroup } from "./verdictGroup";
import { byVerdict } from "./verdicts";
import { headline } from "./words";

/** A review as one HTML file that loads nothing, for people who decide whether a role may become smaller. */
export function reviewPage(review: Review): string {
  const groups = byVerdict(review.workloads);
  const { stack, requests, seconds, notTracked } = review;
  const body = (
    <>
      <a class="skip" href="#roles">
        Skip to the roles
      </a>
      <Summary review={review} groups={groups} />
      <main id="roles">
        {groups.map((group) => (
          <VerdictGroup key={group.verdict} group={group} />
        ))}
        <Patch review={review} />
        <section aria-labelledby="not-tracked">
          <h2 id="not-tracked">What AWS does not track</h2>
          <ul class="notes">
            {notTracked.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </main>
      <footer>
        Asked of AWS in {requests} requests and {seconds} s. All times are in UTC.
      </footer>
    </>
  );
  return htmlPage({ title: `Access review of ${stack}: ${headline(review)}`, style: reviewStyle, body });
}
