import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

/** What is found out of one text, or of up to 25 at once. */
const KINDS = ["DominantLanguage", "Entities", "KeyPhrases", "Sentiment", "Syntax", "TargetedSentiment"];

/**
 * What texts say, at once. Jobs are passed a role, and no part of this. A model of one's own answers at an endpoint:
 * classes of a document only there, while `DetectEntities` without one is for `*`, which is for all of them too.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_comprehend.html
 * @see https://docs.aws.amazon.com/comprehend/latest/dg/using-api-sync.html
 */
export const comprehend = service({
  description: {
    english: "What texts say, which no resource limits, and classes by a model of one's own.",
    korean: "텍스트 분석(범위를 좁힐 리소스가 없음), 그리고 사용자 지정 모델의 분류",
  },
  resources: {
    classifier: {
      description: "The endpoint of the classifier.",
      noun: "the name of a classifier's endpoint",
      name: /[A-Za-z0-9][A-Za-z0-9-]{0,39}/,
      arn: "comprehend:{region}:{account}:document-classifier-endpoint/{name}",
      example: "orders",
      optional: true,
    },
  },
  names: { english: "`classifier` for `classify`", korean: "`classify`에는 `classifier`" },
  levels: {
    detect: [
      [
        [
          ...KINDS.flatMap((kind) => [`comprehend:Detect${kind}`, `comprehend:BatchDetect${kind}`]),
          ...["comprehend:DetectPiiEntities", "comprehend:ContainsPiiEntities"],
          "comprehend:DetectToxicContent",
        ],
        "*",
      ],
    ],
    classify: [[["comprehend:ClassifyDocument"], "{classifier}"]],
  },
  refine: fieldsByLevel({ classify: ["classifier"] }),
  examples: [{ level: "detect" }, { classifier: "orders", level: "classify" }],
  neighbouringActions: ["comprehend:CreateEndpoint", "comprehend:StartSentimentDetectionJob"],
});
