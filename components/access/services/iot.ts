import { oneOrSeveral, text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const TOPIC = "arn:{partition}:iot:{region}:{account}:topic/{topic}";

const wantTopic = "a topic, or several by *, such as orders/*, without + # ?, or a list";

/**
 * Messages of AWS IoT Core by a client that signs with the role. To IAM a topic is several by `*`, as AWS shows, also
 * where a client subscribes by `+` and `#`. Subscribing alone receives nothing, so that `subscribe` receives too.
 * `publish` over HTTP needs no connection. Shadows are reached by HTTP with `readShadow` and `writeShadow`, and by MQTT
 * through topics of their own.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html
 */
export const iot = service({
  description: {
    english: "Messages and shadows of AWS IoT Core. IAM cannot limit `findEndpoint`.",
    korean: "AWS IoT Core의 메시지와 섀도. `findEndpoint`는 IAM에서 제한할 수 없습니다",
  },
  resources: {
    client: {
      description: "The MQTT client.",
      noun: "a client id, or several by *,",
      name: /[\w.:*-]{1,128}/,
      arn: "iot:{region}:{account}:client/{name}",
      example: "orders-*",
      optional: true,
    },
    thing: {
      description: "The thing whose shadow it is.",
      noun: "a thing name",
      name: /[\w:-]{1,128}/,
      arn: "iot:{region}:{account}:thing/{name}",
      example: "gate",
      optional: true,
    },
  },
  fields: {
    topic: oneOrSeveral(text(wantTopic, /^(?!.*\$\{)[^\s+#?"]{1,256}$/), wantTopic)
      .meta({ description: "The topics.", examples: ["orders/*"] })
      .optional(),
  },
  names: {
    english: "`client` for `connect`, `topic` for messages, `thing` for shadows",
    korean: "`connect`에는 `client`, 메시지에는 `topic`, 섀도에는 `thing`",
  },
  levels: {
    findEndpoint: [[["iot:DescribeEndpoint"], "*"]],
    connect: [[["iot:Connect"], "{client}"]],
    publish: [[["iot:Publish"], TOPIC]],
    publishRetained: ["publish", [["iot:RetainPublish"], TOPIC]],
    receive: [[["iot:Receive"], TOPIC]],
    subscribe: ["receive", [["iot:Subscribe"], "arn:{partition}:iot:{region}:{account}:topicfilter/{topic}"]],
    publishSubscribe: ["publish", "receive", "subscribe"],
    readShadow: [[["iot:GetThingShadow"], "{thing}"]],
    writeShadow: [[["iot:UpdateThingShadow"], "{thing}"]],
  },
  refine: fieldsByLevel({
    connect: ["client"],
    publish: ["topic"],
    publishRetained: ["topic"],
    receive: ["topic"],
    subscribe: ["topic"],
    publishSubscribe: ["topic"],
    readShadow: ["thing"],
    writeShadow: ["thing"],
  }),
  examples: [
    { topic: "orders/*", level: "publish" },
    { client: "orders-*", level: "connect" },
    { thing: "gate", level: "readShadow" },
    { level: "findEndpoint" },
  ],
  neighbouringActions: ["iot:AttachPolicy", "iot:DeleteThingShadow", "iot:CreateKeysAndCertificate"],
  dataEvents: ["iot:Publish", "iot:RetainPublish"],
});
