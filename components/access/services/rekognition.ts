import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const VIDEO = ["CelebrityRecognition", "ContentModeration", "FaceDetection", "LabelDetection"].concat([
  "SegmentDetection",
  "TextDetection",
]);

const IN_COLLECTION = ["rekognition:DescribeCollection", "rekognition:ListFaces", "rekognition:ListUsers"];

/**
 * What images and videos show, and faces of a collection. Only collections can be limited. Jobs for videos are passed a
 * role only to tell a topic of their end, so that a program that asks for the result needs none. Images and videos in a
 * bucket are read with the rights of the caller, which are a grant of `s3`.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_rekognition.html
 * @see https://docs.aws.amazon.com/rekognition/latest/dg/api-video.html
 */
export const rekognition = service({
  description: {
    english: "What images and videos show, which no resource limits, and faces of a collection.",
    korean: "이미지와 동영상 분석(범위를 좁힐 리소스가 없음), 그리고 컬렉션의 얼굴",
  },
  resources: {
    collection: {
      description: "The collection of faces.",
      noun: "the id of a collection",
      name: /[\w.-]{1,255}/,
      arn: "rekognition:{region}:{account}:collection/{name}",
      example: "staff",
      optional: true,
    },
  },
  names: { english: "`collection` for `search`, `index`", korean: "`search`, `index`에는 `collection`" },
  levels: {
    detect: [
      [
        [
          ...["rekognition:DetectLabels", "rekognition:DetectText", "rekognition:DetectFaces"],
          ...["rekognition:DetectModerationLabels", "rekognition:DetectProtectiveEquipment"],
          ...["rekognition:RecognizeCelebrities", "rekognition:GetCelebrityInfo", "rekognition:CompareFaces"],
        ],
        "*",
      ],
    ],
    detectInVideo: [[VIDEO.flatMap((kind) => [`rekognition:Start${kind}`, `rekognition:Get${kind}`]), "*"]],
    search: [
      [IN_COLLECTION, "{collection}"],
      [
        [
          ...["rekognition:SearchFaces", "rekognition:SearchFacesByImage"],
          ...["rekognition:SearchUsers", "rekognition:SearchUsersByImage"],
        ],
        "{collection}",
      ],
    ],
    index: [
      [IN_COLLECTION, "{collection}"],
      [
        [
          ...["rekognition:IndexFaces", "rekognition:DeleteFaces"],
          ...["rekognition:CreateUser", "rekognition:DeleteUser"],
          ...["rekognition:AssociateFaces", "rekognition:DisassociateFaces"],
        ],
        "{collection}",
      ],
    ],
  },
  refine: fieldsByLevel({ search: ["collection"], index: ["collection"] }),
  examples: [{ level: "detect" }, { collection: "staff", level: "search" }],
  neighbouringActions: ["rekognition:DeleteCollection", "rekognition:CreateStreamProcessor"],
});
