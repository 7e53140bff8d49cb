import { service } from "../service.ts";

/**
 * Prices of AWS, which are public, so that no resource is there to name. Whole price files need no rights: their
 * addresses are open.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_pricing.html
 * @see https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-price-list-query-api.html
 */
export const pricing = service({
  description: {
    english: "Prices of AWS's services. They are the same for all accounts and cannot be limited.",
    korean: "AWS 서비스의 가격. 모든 계정에 공통이라 범위를 좁힐 수 없음",
  },
  levels: {
    read: [[["pricing:DescribeServices", "pricing:GetAttributeValues", "pricing:GetProducts"], "*"]],
  },
  examples: [{ level: "read" }],
  neighbouringActions: ["pricing:ListPriceLists", "pricing:GetPriceListFileUrl"],
});
