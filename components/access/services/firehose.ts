import { service } from "../service.ts";

const PUT = ["firehose:PutRecord", "firehose:PutRecordBatch"];

/**
 * Records that a program puts straight into a Firehose stream. A key that encrypts the stream is used by a grant of KMS
 * to Firehose, so that who puts needs none. `describe` is what some agents ask before they put.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 * @see https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
 */
export const firehose = service({
  description: { english: "Records of a Firehose stream.", korean: "Firehose 스트림의 레코드" },
  resources: {
    stream: {
      description: "The Firehose stream.",
      noun: "a stream name",
      name: /[\w.-]{1,64}/,
      arn: "firehose:{region}:{account}:deliverystream/{name}",
      example: "orders",
    },
  },
  levels: {
    put: [[PUT, "{stream}"]],
    describe: [[["firehose:DescribeDeliveryStream"], "{stream}"]],
  },
  examples: [{ stream: "orders", level: "put" }],
  neighbouringActions: ["firehose:UpdateDestination", "firehose:DeleteDeliveryStream"],
  dataEvents: PUT,
});
