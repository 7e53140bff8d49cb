import { text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

/**
 * Speech as text, while it is spoken or by jobs. A job needs no role of its own: media are read and results written with
 * the rights of the caller, which are grants of `s3`. IAM does not know how a job will be named when it starts, so that
 * the results of all jobs can be asked for.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_transcribe.html
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_service-with-iam.html
 */
export const transcribe = service({
  description: {
    english: "Speech as text by Transcribe. It cannot be limited to some jobs.",
    korean: "Transcribe의 음성 텍스트 변환. 일부 작업으로 좁힐 수 없음",
  },
  fields: {
    outputBucket: text("a bucket name", /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .meta({
        description: "The only bucket that jobs may write to, which they then have to name.",
        examples: ["orders"],
      })
      .optional(),
  },
  names: { english: "`outputBucket` for `runJobs`", korean: "`runJobs`에는 `outputBucket`" },
  levels: {
    stream: [[["transcribe:StartStreamTranscription", "transcribe:StartStreamTranscriptionWebSocket"], "*"]],
    runJobs: [
      [
        ["transcribe:StartTranscriptionJob"],
        "*",
        { StringEquals: { "transcribe:OutputBucketName": ["{outputBucket?}"] } },
      ],
      [["transcribe:ListTranscriptionJobs"], "*"],
      [
        ["transcribe:GetTranscriptionJob"],
        "arn:{partition}:transcribe:{region}:{account}:transcription-job/*",
      ],
    ],
  },
  refine: fieldsByLevel({ runJobs: ["outputBucket?"] }),
  examples: [{ level: "stream" }, { outputBucket: "orders", level: "runJobs" }],
  neighbouringActions: ["transcribe:DeleteTranscriptionJob", "transcribe:CreateVocabulary"],
});
