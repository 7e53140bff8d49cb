import { gzipSync } from "node:zlib";
import * as ec2 from "@pulumi/aws/ec2/index.js";
import * as pulumi from "@pulumi/pulumi";

// The test makes the key up, so that this repository holds nothing like one.
const key = new pulumi.Config().require("key");

new ec2.LaunchTemplate("packed", {
  metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
  userData: gzipSync(`#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${key}\n`).toString("base64"),
});
