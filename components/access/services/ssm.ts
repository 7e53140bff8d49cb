import { looksLikeArn, regionalArn, type Target } from "../../../iam/arn.ts";
import { service } from "../service.ts";

const SUBTREE = /\/\*$/;

/**
 * Parameters of AWS itself, such as the ids of current images, are in no account.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 */
const PUBLIC = /^(?:arn:[^:]+:ssm:[^:]*:\d*:parameter)?\/aws\/service\//;

/** The ARN of a parameter has one slash before its name, whether or not the name starts with one. */
function arnOf(parameter: string, target: Target): string {
  if (looksLikeArn(parameter)) return parameter;
  const holder = PUBLIC.test(parameter) ? { ...target, account: "" } : target;
  return regionalArn(holder, "ssm", `parameter/${parameter.replace(/^\//, "")}`);
}

/**
 * Parameters, or subtrees written as `/path/*`. Reading a subtree at once is judged on the path itself, not on the
 * parameters below it. Of a parameter with an own key, the standard tier encrypts and the advanced one makes data keys.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-retrieval-authorization.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 */
export const ssm = service({
  description: { english: "Parameters of Parameter Store.", korean: "Parameter Store의 파라미터" },
  resources: {
    parameter: {
      description: "The parameter, or a subtree as /path/*.",
      noun: "a parameter name, a subtree such as /orders/*,",
      name: /\/?[\w.-]+(?:\/[\w.-]+)*|(?:\/[\w.-]+)+\/\*/,
      arn: "ssm:{region}:{account}:parameter{name}",
      arnResource: /parameter(?:\/[\w.-]+)+(?:\/\*)?/,
      example: "/orders/limit",
    },
  },
  names: {
    english: "`parameter`, or a subtree as `/path/*`",
    korean: "`parameter`, 하위 트리는 `/path/*`",
  },
  via: "ssm",
  levels: {
    read: [
      [["ssm:GetParameter", "ssm:GetParameters"], "{parameters}"],
      [["ssm:GetParametersByPath"], "{paths}"],
      [["kms:Decrypt"], "{key}"],
    ],
    write: [
      [["ssm:PutParameter"], "{parameters}"],
      [["kms:Encrypt", "kms:GenerateDataKey"], "{key}"],
    ],
    readWrite: ["read", "write"],
    delete: [[["ssm:DeleteParameter", "ssm:DeleteParameters"], "{parameters}"]],
  },
  refine({ parameter, level }, issues) {
    for (const one of [parameter].flat().filter((name) => PUBLIC.test(name))) {
      if (level !== "read")
        issues.addIssue({
          code: "custom",
          message: "read, for the parameter is one of AWS",
          path: ["level"],
        });
      if (/^arn:[^:]+:ssm:[^:]*:\d/.test(one)) {
        const want = "the ARN without an account, for the parameter is one of AWS, or the name alone";
        issues.addIssue({ code: "custom", message: want, path: ["parameter"], params: { shown: one } });
      }
    }
  },
  derived({ parameter }, target) {
    const parameters = [parameter].flat().map((name) => arnOf(name, target));
    const subtrees = parameters.filter((arn) => SUBTREE.test(arn));
    return { parameters, paths: subtrees.flatMap((arn) => [arn.replace(SUBTREE, ""), arn]) };
  },
  examples: [
    { parameter: "/orders/*", level: "read" },
    { parameter: "/orders/limit", level: "readWrite" },
  ],
  neighbouringActions: ["ssm:GetParameterHistory", "ssm:LabelParameterVersion"],
});
