import { service } from "../service.ts";

/**
 * Translations of texts and documents, at once. Where a request leaves its language to be found out, Translate asks
 * Comprehend with the rights of the caller. Requests name terminologies only if they want: those without any are for `*`,
 * which is for all terminologies too. Batch jobs are passed a role, and no part of this.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_translate.html
 * @see https://docs.aws.amazon.com/translate/latest/APIReference/API_TranslateText.html
 */
export const translate = service({
  description: {
    english: "Translations by Translate. They cannot be limited to some terminologies.",
    korean: "Translate의 번역. 일부 용어집으로 좁힐 수 없음",
  },
  levels: {
    translate: [
      [["translate:TranslateText", "translate:TranslateDocument", "translate:ListLanguages"], "*"],
      [["comprehend:DetectDominantLanguage"], "*"],
    ],
  },
  examples: [{ level: "translate" }],
  neighbouringActions: ["translate:StartTextTranslationJob", "translate:ImportTerminology"],
});
