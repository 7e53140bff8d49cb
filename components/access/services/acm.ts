import { service } from "../service.ts";

/**
 * One certificate of Certificate Manager. Its private key leaves by export alone, encrypted by a passphrase of the
 * request, and only if the certificate was made exportable or is one of a private authority.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm.html
 * @see https://docs.aws.amazon.com/acm/latest/APIReference/API_ExportCertificate.html
 */
export const acm = service({
  description: {
    english: "A certificate of Certificate Manager; export with its private key.",
    korean: "Certificate Manager의 인증서. export는 개인 키까지",
  },
  resources: {
    certificate: {
      description: "The certificate.",
      noun: "the id of a certificate",
      name: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
      arn: "acm:{region}:{account}:certificate/{name}",
      example: "11112222-3333-4444-5555-666677778888",
    },
  },
  levels: {
    read: [[["acm:DescribeCertificate", "acm:GetCertificate"], "{certificate}"]],
    export: ["read", [["acm:ExportCertificate"], "{certificate}"]],
  },
  examples: [{ certificate: "11112222-3333-4444-5555-666677778888", level: "read" }],
  neighbouringActions: ["acm:ImportCertificate", "acm:RenewCertificate", "acm:DeleteCertificate"],
});
