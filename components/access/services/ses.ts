import { oneOrSeveral, text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const ADDRESSES = "addresses, such as orders@example.com";

/** Mail of content that the program brings, or that a template of the v2 API has. */
const SEND = ["ses:SendEmail", "ses:SendRawEmail"];

const BULK = ["ses:SendBulkEmail", "ses:SendBulkTemplatedEmail"];

/**
 * Sending mail as one identity, by the API of either version. A request that names a configuration set or a template, or
 * whose identity has a configuration set, has to be allowed on each of them. In the sandbox, recipients are identities too.
 *
 * No key limits the sender of `SendBulkEmail`, so that `sendBulk` takes no `from`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_ses.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_sesv2.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
 */
export const ses = service({
  description: { english: "Mail of an identity of SES.", korean: "SES 자격 증명(도메인·주소)의 메일" },
  resources: {
    identity: {
      description: "The verified domain or address that mail is sent from.",
      noun: "a domain, a mail address",
      name: /(?:[\w.+-]+@)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/,
      arn: "ses:{region}:{account}:identity/{name}",
      example: "example.com",
    },
    configurationSet: {
      description: "The configuration set of the mail.",
      noun: "the name of a configuration set",
      name: /[\w-]{1,64}/,
      arn: "ses:{region}:{account}:configuration-set/{name}",
      example: "orders",
      optional: true,
    },
    template: {
      description: "The template of the mail.",
      noun: "the name of a template",
      name: /[\w-]{1,64}/,
      arn: "ses:{region}:{account}:template/{name}",
      example: "receipt",
      optional: true,
    },
  },
  fields: {
    from: oneOrSeveral(text(ADDRESSES, /^[\w.+*?-]+@[A-Za-z0-9.*?-]+$/), ADDRESSES)
      .meta({
        description:
          "The only From addresses; * and ? stand for any characters. All of the identity if left out.",
        examples: [["orders@example.com"]],
      })
      .optional(),
  },
  levels: {
    send: [
      [SEND, "{identity}", { StringLike: { "ses:FromAddress": ["{from?}"] } }],
      [SEND, "{configurationSet}"],
    ],
    sendTemplate: [
      "send",
      [["ses:SendTemplatedEmail"], "{identity}", { StringLike: { "ses:FromAddress": ["{from?}"] } }],
      [["ses:SendTemplatedEmail"], "{configurationSet}"],
      [["ses:SendEmail", "ses:SendTemplatedEmail"], "{template}"],
    ],
    sendBulk: [
      [BULK, "{identity}"],
      [BULK, "{configurationSet}"],
      [BULK, "{template}"],
    ],
  },
  refine: fieldsByLevel({ send: ["from?"], sendTemplate: ["from?", "template"], sendBulk: ["template"] }),
  examples: [
    { identity: "example.com", from: "orders@example.com", level: "send" },
    { identity: "example.com", configurationSet: "orders", template: "receipt", level: "sendTemplate" },
  ],
  neighbouringActions: ["ses:SendBounce", "ses:PutIdentityPolicy", "ses:VerifyEmailIdentity"],
  // https://docs.aws.amazon.com/ses/latest/dg/logging-using-cloudtrail.html
  dataEvents: [...SEND, "ses:SendTemplatedEmail", ...BULK],
});
