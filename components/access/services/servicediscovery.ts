import { service } from "../service.ts";

/**
 * Instances of a service of Cloud Map. Where the namespace is one of DNS, a registration also changes records of its
 * zone, with the rights of the caller: that is a grant of `route53` at `change`. Health checks of Route 53 are no part
 * of it.
 *
 * @see https://docs.aws.amazon.com/cloud-map/latest/dg/cloud-map-api-permissions-ref.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_servicediscovery.html
 */
export const servicediscovery = service({
  description: {
    english: "Instances of a service of Cloud Map.",
    korean: "Cloud Map 서비스의 인스턴스",
  },
  resources: {
    service: {
      description: "The service.",
      noun: "the id of a service",
      name: /srv-[a-z0-9]{1,60}/,
      arn: "servicediscovery:{region}:{account}:service/{name}",
      example: "srv-abcd1234efgh5678",
    },
    namespace: {
      description: "The namespace of the service.",
      noun: "the id of a namespace",
      name: /ns-[a-z0-9]{1,61}/,
      arn: "servicediscovery:{region}:{account}:namespace/{name}",
      example: "ns-abcd1234efgh5678",
    },
  },
  levels: {
    discover: [
      [
        ["servicediscovery:DiscoverInstances", "servicediscovery:DiscoverInstancesRevision"],
        ["{namespace}", "{service}"],
      ],
    ],
    register: [
      [
        [
          ...["servicediscovery:RegisterInstance", "servicediscovery:DeregisterInstance"],
          "servicediscovery:UpdateInstanceCustomHealthStatus",
        ],
        "{service}",
      ],
      // Both are done later: whoever registers waits for the operation.
      [["servicediscovery:GetOperation"], "{namespace}"],
    ],
    discoverRegister: ["discover", "register"],
  },
  examples: [{ service: "srv-abcd1234efgh5678", namespace: "ns-abcd1234efgh5678", level: "discover" }],
  neighbouringActions: ["servicediscovery:UpdateService", "servicediscovery:DeleteService"],
});
