import { service } from "../service.ts";

/**
 * What a distribution keeps at the edges: a deployment invalidates it, and waits until that is done.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_cloudfront.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html
 */
export const cloudfront = service({
  description: {
    english: "The cache of a CloudFront distribution.",
    korean: "CloudFront 배포의 캐시",
  },
  resources: {
    distribution: {
      description: "The distribution.",
      noun: "the id of a distribution",
      name: /E[A-Z0-9]{9,19}/,
      arn: "cloudfront::{account}:distribution/{name}",
      example: "E1234567890ABC",
    },
  },
  levels: {
    invalidate: [[["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"], "{distribution}"]],
  },
  examples: [{ distribution: "E1234567890ABC", level: "invalidate" }],
  neighbouringActions: ["cloudfront:GetDistributionConfig", "cloudfront:UpdateDistribution"],
});
