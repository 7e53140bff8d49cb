import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "analyze reads a page at once",
    entry: { textract: { level: "analyze" } },
    gives: [
      allow(
        [
          ...["textract:DetectDocumentText", "textract:AnalyzeDocument"],
          ...["textract:AnalyzeExpense", "textract:AnalyzeID"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "runJobs starts jobs and gets their results",
    entry: { textract: { level: "runJobs" } },
    gives: [
      allow(
        [
          ...["textract:StartDocumentTextDetection", "textract:GetDocumentTextDetection"],
          ...["textract:StartDocumentAnalysis", "textract:GetDocumentAnalysis"],
          ...["textract:StartExpenseAnalysis", "textract:GetExpenseAnalysis"],
          ...["textract:StartLendingAnalysis", "textract:GetLendingAnalysis"],
          "textract:GetLendingAnalysisSummary",
        ],
        ["*"],
      ),
    ],
  },
];

testAccess("textract", cases);
