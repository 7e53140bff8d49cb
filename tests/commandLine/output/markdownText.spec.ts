import assert from "node:assert/strict";
import { markdownText } from "../../../commandLine/output/markdownText.ts";

const apart = "&#8203;";

const sha = "a5c3785ed8d6a35868bc169f07e40e889087fd2e";

const shaApart = (sha.match(/.{1,6}/g) ?? []).join(apart);

const cases: readonly [name: string, text: string, markdown: string][] = [
  [
    "leaves words and ARNs",
    "s3://bucket reads arn:aws:sqs:us-east-1:111122223333:jobs",
    "s3://bucket reads arn:aws:sqs:us-east-1:111122223333:jobs",
  ],
  ["is no markup", "_a_ *b* `c` [d](e) ~f~ | \\", "\\_a\\_ \\*b\\* \\`c\\` \\[d\\](e) \\~f\\~ \\| \\\\"],
  ["is no HTML", "<img src=x> &lt;b> <!-- -->", "&lt;img src=x> &amp;lt;b> &lt;!-- -->"],
  ["is no formula", "${aws:username} $x$", "&#36;{aws:username} &#36;x&#36;"],
  ["is one line", "a\n\n# head\r\n- item\u2028end", `a #${apart} head - item end`],
  [
    "mentions nobody",
    "@octocat cc @acme/admins a@b.example",
    `@${apart}octocat cc @${apart}acme/admins a@${apart}b.example`,
  ],
  ["refers to no issue", "#1 fixes #22, (#3)", `#${apart}1 fixes #${apart}22, (#${apart}3)`],
  ["refers to none of another repository", "acme/shop#3", `acme/shop#${apart}3`],
  ["refers to none by GH", "GH-7 gh-8 GHOST-9", `GH-${apart}7 gh-${apart}8 GHOST-9`],
  ["refers to no commit", `${sha} a5c3785 ABCDEF0`, `${shaApart} a5c378${apart}5 ABCDEF${apart}0`],
  ["refers to no commit of somebody", `acme/shop@${sha}`, `acme/shop@${apart}${shaApart}`],
  [
    "refers to no commit of decimal digits",
    "1234567 1234567890123",
    `123456${apart}7 123456${apart}789012${apart}3`,
  ],
  [
    "links to no address",
    "https://evil.example _HTTP://a ftp://b",
    `https:${apart}//evil.example \\_HTTP:${apart}//a ftp:${apart}//b`,
  ],
  [
    "links to no address without a scheme",
    "www.evil.example WWW.a",
    `www${apart}.evil.example WWW${apart}.a`,
  ],
  // GitHub takes what follows an underscore for the beginning of a word.
  ["links to no address behind an underscore", "_www.a x_www.a", `\\_www${apart}.a x\\_www${apart}.a`],
  ["refers to none by GH behind an underscore", "_GH-7", `\\_GH-${apart}7`],
  ["links to no mailbox behind an underscore", "_mailto:a", `\\_mailto:${apart}a`],
  ["links to no mailbox", "mailto:a xmpp:b", `mailto:${apart}a xmpp:${apart}b`],
  ["hides no character", "a\u200b#1 \u202eb\u009b", `a\\\\u200b#${apart}1 \\\\u202eb\\\\u009b`],
  ["is not split by a character that is not seen", "@\u200boctocat", `@${apart}\\\\u200boctocat`],
];

describe("text of others in Markdown of GitHub", () => {
  for (const [name, text, markdown] of cases) {
    it(name, () => {
      assert.equal(markdownText(text), markdown);
    });
  }
});
