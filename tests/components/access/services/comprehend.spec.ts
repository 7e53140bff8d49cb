import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "detect says what a text holds, or several",
    entry: { comprehend: { level: "detect" } },
    gives: [
      allow(
        [
          ...["comprehend:DetectDominantLanguage", "comprehend:BatchDetectDominantLanguage"],
          ...["comprehend:DetectEntities", "comprehend:BatchDetectEntities"],
          ...["comprehend:DetectKeyPhrases", "comprehend:BatchDetectKeyPhrases"],
          ...["comprehend:DetectSentiment", "comprehend:BatchDetectSentiment"],
          ...["comprehend:DetectSyntax", "comprehend:BatchDetectSyntax"],
          ...["comprehend:DetectTargetedSentiment", "comprehend:BatchDetectTargetedSentiment"],
          ...["comprehend:DetectPiiEntities", "comprehend:ContainsPiiEntities"],
          "comprehend:DetectToxicContent",
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "classify asks one endpoint",
    entry: { comprehend: { classifier: "orders", level: "classify" } },
    gives: [
      allow(
        ["comprehend:ClassifyDocument"],
        [`arn:aws:comprehend:${place}:document-classifier-endpoint/orders`],
      ),
    ],
  },
];

testAccess("comprehend", cases);
