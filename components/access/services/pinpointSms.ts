import { problem } from "../../fields.ts";
import { service } from "../service.ts";

/**
 * Messages from one origin: a phone number, a pool of them, or a sender ID. Messages by an SNS topic or to a phone number
 * by `sns:Publish` are another service's.
 *
 * @see https://docs.aws.amazon.com/sms-voice/latest/userguide/permissions-actions.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_pinpoint-sms-voice-v2.html
 */
export const pinpointSms = service({
  description: {
    english: "Text messages of End User Messaging SMS, once part of Pinpoint.",
    korean: "End User Messaging SMS(옛 Pinpoint)의 문자 메시지",
  },
  resources: {
    origin: {
      description: "The phone number, pool or sender ID that messages come from.",
      noun: "phone-number/<id>, pool/<id>, sender-id/<id>/<country>",
      name: /phone-number\/[\w-]{1,64}|pool\/[\w-]{1,64}|sender-id\/[A-Za-z0-9_-]{1,11}\/[A-Z]{2}/,
      arn: "sms-voice:{region}:{account}:{name}",
      example: "pool/pool-0123456789abcdef0123456789abcdef",
    },
    configurationSet: {
      description: "The configuration set of the messages.",
      noun: "the name of a configuration set",
      name: /[\w-]{1,64}/,
      arn: "sms-voice:{region}:{account}:configuration-set/{name}",
      example: "orders",
      optional: true,
    },
  },
  levels: {
    sendText: [[["sms-voice:SendTextMessage"], ["{origin}", "{configurationSet}"]]],
    sendMedia: [[["sms-voice:SendMediaMessage"], ["{origin}", "{configurationSet}"]]],
  },
  refine({ origin, level }, issues) {
    if (level === "sendMedia" && [origin].flat().some((name) => /(?:^|:)sender-id\//.test(name)))
      issues.addIssue(problem("a sender ID sends no media; want a phone number or a pool", ["origin"]));
  },
  examples: [
    { origin: "pool/pool-0123456789abcdef0123456789abcdef", level: "sendText" },
    {
      origin: "phone-number/phone-0123456789abcdef0123456789abcdef",
      configurationSet: "orders",
      level: "sendMedia",
    },
  ],
  neighbouringActions: ["sms-voice:UpdatePhoneNumber", "sms-voice:ReleasePhoneNumber"],
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
  dataEvents: ["sms-voice:SendTextMessage", "sms-voice:SendMediaMessage"],
});
