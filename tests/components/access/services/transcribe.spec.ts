import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const result = allow(["transcribe:GetTranscriptionJob"], [`arn:aws:transcribe:${place}:transcription-job/*`]);

const cases: AccessCase[] = [
  {
    name: "stream writes down what is being said",
    entry: { transcribe: { level: "stream" } },
    gives: [
      allow(["transcribe:StartStreamTranscription", "transcribe:StartStreamTranscriptionWebSocket"], ["*"]),
    ],
  },
  {
    name: "runJobs starts jobs and gets their results",
    entry: { transcribe: { level: "runJobs" } },
    gives: [allow(["transcribe:StartTranscriptionJob", "transcribe:ListTranscriptionJobs"], ["*"]), result],
  },
  {
    name: "runJobs is limited to one bucket for its results",
    entry: { transcribe: { outputBucket: "orders", level: "runJobs" } },
    gives: [
      allow(["transcribe:StartTranscriptionJob"], ["*"], {
        StringEquals: { "transcribe:OutputBucketName": ["orders"] },
      }),
      allow(["transcribe:ListTranscriptionJobs"], ["*"]),
      result,
    ],
  },
];

testAccess("transcribe", cases);
