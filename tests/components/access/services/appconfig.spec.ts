import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const configuration = { application: "abc1234", environment: "def5678", profile: "ghi9012" };
const arn = `arn:aws:appconfig:${place}:application/abc1234/environment/def5678/configuration/ghi9012`;
const read = allow(["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"], [arn]);

const cases: AccessCase[] = [
  {
    name: "read is of one configuration in one environment",
    entry: { appconfig: { ...configuration, level: "read" } },
    gives: [read],
  },
  {
    name: "read decrypts by a key of one's own, through AppConfig alone",
    entry: {
      appconfig: { ...configuration, key: "11112222-3333-4444-5555-666677778888", level: "read" },
    },
    gives: [
      read,
      allow(["kms:Decrypt"], [`arn:aws:kms:${place}:key/11112222-3333-4444-5555-666677778888`], {
        StringEquals: { "kms:ViaService": [`appconfig.${place.split(":")[0]}.amazonaws.com`] },
      }),
    ],
  },
];

testAccess("appconfig", cases);
