import { text } from "../../fields.ts";
import { service } from "../service.ts";

const id = (of: string, example: string) =>
  text(`the id of ${of}, such as ${example}`, /^[a-z0-9]{4,7}$/).meta({
    description: `The id of ${of}.`,
    examples: [example],
  });

/**
 * The configuration that is deployed to an environment, as programs and the agent read it: they open a session, and ask
 * it for what is new. ARNs hold ids even where requests name the same by its name. Where a key of one's own encrypts it,
 * that is a grant of `kms`: AWS's pages say that whoever deploys uses the key, and nothing of those who read.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_appconfig.html
 * @see https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-security.html
 * @see https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-deploying.html
 */
export const appconfig = service({
  description: {
    english: "A configuration that AppConfig deployed to an environment.",
    korean: "AppConfig가 환경에 배포한 구성",
  },
  fields: {
    application: id("the application", "abc1234"),
    environment: id("the environment", "def5678"),
    profile: id("the configuration profile", "ghi9012"),
  },
  levels: {
    read: [
      [
        ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"],
        "arn:{partition}:appconfig:{region}:{account}:application/{application}/environment/{environment}/configuration/{profile}",
      ],
    ],
  },
  examples: [{ application: "abc1234", environment: "def5678", profile: "ghi9012", level: "read" }],
  neighbouringActions: ["appconfig:GetHostedConfigurationVersion", "appconfig:StartDeployment"],
});
