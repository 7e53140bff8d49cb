import { oneOrSeveral, oneOf, text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const NAMES = "names of records in lower case without a final dot, such as _acme-challenge.example.com";

const TYPES = [
  ...(["A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV"] as const),
  ...(["SSHFP", "SVCB", "TLSA", "TXT"] as const),
] as const;

const PREFIX = "route53:ChangeResourceRecordSets";

/**
 * Records of a hosted zone, all or some of them: a client that proves to a certificate authority that it holds a domain
 * changes one TXT record. A client finds its zone by the name among all of the account, which IAM takes only on `*`, and
 * waits until a change has reached all servers, under an id that is not known before.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_route53.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html
 */
export const route53 = service({
  description: {
    english: "DNS records of a hosted zone. The list of the account's zones cannot be limited.",
    korean: "호스팅 영역의 DNS 레코드. 계정의 영역 목록은 범위를 좁힐 수 없음",
  },
  resources: {
    zone: {
      description: "The hosted zone.",
      noun: "the id of a hosted zone",
      name: /Z[A-Z0-9]{1,31}/,
      arn: "route53:::hostedzone/{name}",
      example: "Z0123456789EXAMPLE",
    },
  },
  fields: {
    records: oneOrSeveral(text(NAMES, /^[a-z0-9_*?\\-]+(\.[a-z0-9_*?\\-]+)*$/), NAMES)
      .meta({
        description: "The only names whose records may be changed; * and ? stand for any characters.",
        examples: [["_acme-challenge.example.com"]],
      })
      .optional(),
    types: oneOrSeveral(oneOf(TYPES), "types of records, such as TXT")
      .meta({ description: "The only types of records that may be changed.", examples: [["TXT"]] })
      .optional(),
  },
  names: {
    english: "`zone`; `records`, `types` for `change`",
    korean: "`zone`; `change`에는 `records`, `types`도",
  },
  levels: {
    read: [
      [["route53:ListHostedZones", "route53:ListHostedZonesByName"], "*"],
      [["route53:GetHostedZone", "route53:ListResourceRecordSets"], "{zone}"],
    ],
    change: [
      "read",
      [
        ["route53:ChangeResourceRecordSets"],
        "{zone}",
        {
          "ForAllValues:StringLike": { [`${PREFIX}NormalizedRecordNames`]: ["{records?}"] },
          "ForAllValues:StringEquals": { [`${PREFIX}RecordTypes`]: ["{types?}"] },
        },
      ],
      [["route53:GetChange"], "arn:{partition}:route53:::change/*"],
    ],
  },
  refine: fieldsByLevel({ change: ["records?", "types?"] }),
  examples: [
    { zone: "Z0123456789EXAMPLE", level: "read" },
    {
      zone: "Z0123456789EXAMPLE",
      records: "_acme-challenge.example.com",
      types: "TXT",
      level: "change",
    },
  ],
  neighbouringActions: ["route53:DeleteHostedZone", "route53:AssociateVPCWithHostedZone"],
});
