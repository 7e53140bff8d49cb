import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const configuration = { application: "abc1234", environment: "def5678", profile: "ghi9012" };
const arn = `arn:aws:appconfig:${place}:application/abc1234/environment/def5678/configuration/ghi9012`;

const cases: AccessCase[] = [
  {
    name: "read is of one configuration in one environment",
    entry: { appconfig: { ...configuration, level: "read" } },
    gives: [allow(["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"], [arn])],
  },
];

testAccess("appconfig", cases);
