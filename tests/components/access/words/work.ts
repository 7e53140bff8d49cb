import { wordsOf, type WordCalls } from "../wordCalls.ts";

/** Words about jobs and models. */
export const workWords: readonly WordCalls[] = [
  ...wordsOf(
    "bedrock",
    { model: "anthropic.claude-3-haiku-20240307-v1:0" },
    {
      invoke: [
        ["bedrock-runtime", "InvokeModel", { modelId: "anthropic.claude-3-haiku-20240307-v1:0", body: "{}" }],
        [
          "bedrock-agent-runtime",
          "InvokeAgent",
          { agentId: "ORDERS", agentAliasId: "ORDERS", sessionId: "orders", inputText: "a" },
        ],
      ],
    },
  ),
  ...wordsOf(
    "batch",
    {},
    {
      read: [
        ["batch", "ListJobs", { jobQueue: "orders" }],
        ["batch", "TerminateJob", { jobId: "a", reason: "a" }],
      ],
    },
  ),
  ...wordsOf(
    "batch",
    { queue: "orders", definition: "report" },
    {
      submit: [
        ["batch", "SubmitJob", { jobName: "a", jobQueue: "orders", jobDefinition: "report" }],
        ["batch", "RegisterJobDefinition", { jobDefinitionName: "report", type: "container" }],
      ],
    },
  ),
  ...wordsOf(
    "translate",
    {},
    {
      translate: [
        ["translate", "TranslateText", { Text: "a", SourceLanguageCode: "en", TargetLanguageCode: "ko" }],
        [
          "translate",
          "ImportTerminology",
          { Name: "a", MergeStrategy: "OVERWRITE", TerminologyData: { File: "a", Format: "CSV" } },
        ],
      ],
    },
  ),
  ...wordsOf(
    "transcribe",
    {},
    {
      runJobs: [
        [
          "transcribe",
          "StartTranscriptionJob",
          { TranscriptionJobName: "a", Media: { MediaFileUri: "s3://a/b" }, LanguageCode: "en-US" },
        ],
        ["transcribe", "DeleteTranscriptionJob", { TranscriptionJobName: "a" }],
      ],
    },
  ),
];
