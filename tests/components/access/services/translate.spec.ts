import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "translate also finds out the language of a text",
    entry: { translate: { level: "translate" } },
    gives: [
      allow(
        [
          ...["translate:TranslateText", "translate:TranslateDocument", "translate:ListLanguages"],
          "comprehend:DetectDominantLanguage",
        ],
        ["*"],
      ),
    ],
  },
];

testAccess("translate", cases);
