import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const collection = [`arn:aws:rekognition:${place}:collection/staff`];
const LOOK = ["rekognition:DescribeCollection", "rekognition:ListFaces", "rekognition:ListUsers"];

const cases: AccessCase[] = [
  {
    name: "detect says what an image shows",
    entry: { rekognition: { level: "detect" } },
    gives: [
      allow(
        [
          ...["rekognition:DetectLabels", "rekognition:DetectText", "rekognition:DetectFaces"],
          ...["rekognition:DetectModerationLabels", "rekognition:DetectProtectiveEquipment"],
          ...["rekognition:RecognizeCelebrities", "rekognition:GetCelebrityInfo", "rekognition:CompareFaces"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "detectInVideo starts jobs and gets their results",
    entry: { rekognition: { level: "detectInVideo" } },
    gives: [
      allow(
        [
          ...["rekognition:StartCelebrityRecognition", "rekognition:GetCelebrityRecognition"],
          ...["rekognition:StartContentModeration", "rekognition:GetContentModeration"],
          ...["rekognition:StartFaceDetection", "rekognition:GetFaceDetection"],
          ...["rekognition:StartLabelDetection", "rekognition:GetLabelDetection"],
          ...["rekognition:StartSegmentDetection", "rekognition:GetSegmentDetection"],
          ...["rekognition:StartTextDetection", "rekognition:GetTextDetection"],
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "search finds faces of one collection",
    entry: { rekognition: { collection: "staff", level: "search" } },
    gives: [
      allow(
        [
          ...LOOK,
          ...["rekognition:SearchFaces", "rekognition:SearchFacesByImage"],
          ...["rekognition:SearchUsers", "rekognition:SearchUsersByImage"],
        ],
        collection,
      ),
    ],
  },
  {
    name: "index adds and removes faces of one collection",
    entry: { rekognition: { collection: "staff", level: "index" } },
    gives: [
      allow(
        [
          ...LOOK,
          ...["rekognition:IndexFaces", "rekognition:DeleteFaces"],
          ...["rekognition:CreateUser", "rekognition:DeleteUser"],
          ...["rekognition:AssociateFaces", "rekognition:DisassociateFaces"],
        ],
        collection,
      ),
    ],
  },
];

testAccess("rekognition", cases);

describe("access to rekognition", () => {
  it("refuses a search without a collection, and a collection that limits nothing", () => {
    for (const grant of [{ level: "search" }, { collection: "staff", level: "detect" }])
      assert.equal(accessEntry.safeParse({ rekognition: grant }).success, false);
  });
});
