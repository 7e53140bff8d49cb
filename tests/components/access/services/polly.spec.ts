import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "synthesize speaks at once",
    entry: { polly: { level: "synthesize" } },
    gives: [
      allow(["polly:SynthesizeSpeech", "polly:StartSpeechSynthesisStream", "polly:DescribeVoices"], ["*"]),
    ],
  },
  {
    name: "runTasks speaks long texts to a bucket",
    entry: { polly: { level: "runTasks" } },
    gives: [
      allow(
        [
          ...["polly:StartSpeechSynthesisTask", "polly:GetSpeechSynthesisTask"],
          "polly:ListSpeechSynthesisTasks",
        ],
        ["*"],
      ),
    ],
  },
];

testAccess("polly", cases);
