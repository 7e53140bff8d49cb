import { looksLikeArn, regionalArn } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { readWriteLevels, resource, service } from "../service.ts";

const READ = ["ssm:GetParameter", "ssm:GetParameters"];

const WRITE = ["ssm:PutParameter"];

const SUBTREE = "/*";

/**
 * Parameters of AWS itself, such as the ids of current images, are in no account.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 */
const PUBLIC = /^(?:arn:[^:]+:ssm:[^:]*:\d*:parameter)?\/aws\/service\//;

/**
 * One parameter, or a subtree written as `/path/*`. A parameter that KMS encrypts needs a `kms` grant as well.
 *
 * Reading a subtree at once is judged on the path itself, not on the parameters below it.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
 */
export const ssm = service({
  description: { english: "Parameters of Parameter Store.", korean: "Parameter Store의 파라미터" },
  fields: {
    parameter: resource({
      description: "The parameter, or a subtree as /path/*.",
      noun: "a parameter name, a subtree such as /orders/*,",
      name: /\/?[\w.-]+(\/[\w.-]+)*|(\/[\w.-]+)+\/\*/,
      arn: ["ssm", /parameter\/[\w./-]+(\/\*)?/],
      examples: ["/orders/*", "arn:aws:ssm:eu-central-1:111122223333:parameter/orders/limit"],
    }),
  },
  names: {
    english: "`parameter`, or a subtree as `/path/*`",
    korean: "`parameter`, 하위 트리는 `/path/*`",
  },
  levels: readWriteLevels,
  refine({ parameter, level }, issues) {
    if (!PUBLIC.test(parameter)) return;
    if (level !== "read")
      issues.addIssue({ code: "custom", message: "read, for the parameter is one of AWS", path: ["level"] });
    if (/^arn:[^:]+:ssm:[^:]*:\d/.test(parameter)) {
      const want = "the ARN without an account, for the parameter is one of AWS, or the name alone";
      issues.addIssue({ code: "custom", message: want, path: ["parameter"], params: { shown: parameter } });
    }
  },
  examples: [
    { parameter: "/orders/*", level: "read" },
    { parameter: "/orders/limit", level: "readWrite" },
  ],
  statements({ parameter, level }, target) {
    const holder = PUBLIC.test(parameter) ? { ...target, account: "" } : target;
    const arn = looksLikeArn(parameter)
      ? parameter
      : regionalArn(holder, "ssm", `parameter/${parameter.replace(/^\//, "")}`);
    const byPath = arn.endsWith(SUBTREE)
      ? [allow(["ssm:GetParametersByPath"], [arn.slice(0, -SUBTREE.length), arn])]
      : [];
    switch (level) {
      case "read":
        return [allow(READ, [arn]), ...byPath];
      case "write":
        return [allow(WRITE, [arn])];
      case "readWrite":
        return [allow([...READ, ...WRITE], [arn]), ...byPath];
    }
  },
  neighbouringActions: ["ssm:DeleteParameter"],
});
