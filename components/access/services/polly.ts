import { service } from "../service.ts";

/**
 * Texts as speech, at once or by tasks for long ones. Requests name lexicons only if they want: those without any are for
 * `*`, which is for all lexicons too. A task writes to a bucket with the rights of the caller, which are a grant of `s3`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_polly.html
 * @see https://docs.aws.amazon.com/polly/latest/dg/asynchronous.html
 */
export const polly = service({
  description: {
    english: "Texts as speech by Polly. It cannot be limited to some lexicons.",
    korean: "Polly의 음성 합성. 일부 어휘집으로 좁힐 수 없음",
  },
  levels: {
    synthesize: [
      [["polly:SynthesizeSpeech", "polly:StartSpeechSynthesisStream", "polly:DescribeVoices"], "*"],
    ],
    runTasks: [
      [
        [
          ...["polly:StartSpeechSynthesisTask", "polly:GetSpeechSynthesisTask"],
          "polly:ListSpeechSynthesisTasks",
        ],
        "*",
      ],
    ],
  },
  examples: [{ level: "synthesize" }],
  neighbouringActions: ["polly:GetLexicon", "polly:PutLexicon"],
});
