import { noUnknownUserData } from "../../../policypack/policies/noUnknownUserData.ts";
import { itJudgesResources } from "../cases.ts";
import { unknownText } from "../violations.ts";

const message = (at: string): string =>
  `subject ${at}: got a value unknown at preview; want a literal that can be searched for access keys now; let the instance read what is not known yet from SSM Parameter Store or from its tags`;

describe("no-unknown-user-data", () => {
  itJudgesResources(noUnknownUserData, [
    {
      name: "reports unknown user data of a launch template",
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      props: { imageId: unknownText, userData: unknownText },
      reports: [message("userData")],
    },
    {
      name: "reports both forms of an instance's user data",
      type: "aws:ec2/instance:Instance",
      props: { userData: unknownText, userDataBase64: unknownText },
      reports: [message("userData"), message("userDataBase64")],
    },
    {
      name: "passes known user data, and none",
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      props: { imageId: unknownText, userData: Buffer.from("#!/bin/sh\n").toString("base64") },
      reports: [],
    },
    {
      name: "does not judge other types",
      type: "acme:index:Thing",
      props: { userData: unknownText },
      reports: [],
    },
  ]);
});
