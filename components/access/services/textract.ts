import { service } from "../service.ts";

/**
 * Text of documents. Jobs for long ones are passed a role only to tell a topic of their end, so that a program that asks
 * for the result needs none. Documents in a bucket are read with the rights of the caller, which are a grant of `s3`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_textract.html
 * @see https://docs.aws.amazon.com/textract/latest/dg/api-async.html
 */
export const textract = service({
  description: {
    english: "Text of documents by Textract. No resource limits it.",
    korean: "Textract가 문서에서 읽어 낸 텍스트. 범위를 좁힐 리소스가 없음",
  },
  levels: {
    analyze: [
      [
        [
          ...["textract:DetectDocumentText", "textract:AnalyzeDocument"],
          ...["textract:AnalyzeExpense", "textract:AnalyzeID"],
        ],
        "*",
      ],
    ],
    runJobs: [
      [
        [
          ...["textract:StartDocumentTextDetection", "textract:GetDocumentTextDetection"],
          ...["textract:StartDocumentAnalysis", "textract:GetDocumentAnalysis"],
          ...["textract:StartExpenseAnalysis", "textract:GetExpenseAnalysis"],
          ...["textract:StartLendingAnalysis", "textract:GetLendingAnalysis"],
          "textract:GetLendingAnalysisSummary",
        ],
        "*",
      ],
    ],
  },
  examples: [{ level: "analyze" }],
  neighbouringActions: ["textract:CreateAdapter", "textract:DeleteAdapter"],
});
