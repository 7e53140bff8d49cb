import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

/**
 * Certificates of a private authority. Issuing is limited to one template, and only to those of end entities: a template
 * of authorities would let the workload sign for itself.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm-pca.html
 * @see https://docs.aws.amazon.com/privateca/latest/userguide/UsingTemplates.html
 */
export const acmPca = service({
  description: {
    english: "Certificates of a private certificate authority.",
    korean: "프라이빗 인증 기관(CA)의 인증서",
  },
  resources: {
    authority: {
      description: "The certificate authority.",
      noun: "the id of an authority",
      name: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
      arn: "acm-pca:{region}:{account}:certificate-authority/{name}",
      example: "11112222-3333-4444-5555-666677778888",
    },
    template: {
      description: "The template that issued certificates follow, of end entities.",
      noun: "a template of end entities, such as EndEntityServerAuthCertificate/V1",
      name: /(?:Blank)?(?:EndEntity|CodeSigning|OCSPSigning)\w*\/V[0-9]+/,
      arn: "acm-pca:::template/{name}",
      example: "EndEntityCertificate/V1",
      optional: true,
    },
  },
  names: { english: "`authority`; `template` for `issue`", korean: "`authority`; `issue`에는 `template`도" },
  levels: {
    read: [
      [["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"], "{authority}"],
    ],
    issue: [
      "read",
      [["acm-pca:IssueCertificate"], "{authority}", { ArnLike: { "acm-pca:TemplateArn": ["{template}"] } }],
      [["acm-pca:GetCertificate"], "{authority}"],
    ],
  },
  refine: fieldsByLevel({ issue: ["template"] }),
  examples: [
    { authority: "11112222-3333-4444-5555-666677778888", level: "read" },
    {
      authority: "11112222-3333-4444-5555-666677778888",
      template: "EndEntityCertificate/V1",
      level: "issue",
    },
  ],
  neighbouringActions: ["acm-pca:RevokeCertificate", "acm-pca:ImportCertificateAuthorityCertificate"],
  // A certificate of an authority that a trust anchor names takes the roles that trust it: the account says which
  // authority may sign for workloads.
  withinBoundary: false,
});
