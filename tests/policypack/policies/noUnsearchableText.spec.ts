import { asset } from "@pulumi/pulumi";
import { noUnsearchableText } from "../../../policypack/policies/noUnsearchableText.ts";
import { itJudgesResources } from "../cases.ts";

const type = "aws:s3/bucketObjectv2:BucketObjectv2";
const message = (at: string, got: string): string =>
  `subject ${at}: got ${got}; want text that can be searched for access keys; make sure that it holds no key, or write it plainly or as gzip or zip`;
const xz = Buffer.from("\xfd7zXZ\0 and the rest of the archive", "latin1").toString("base64");

describe("no-unsearchable-text", () => {
  itJudgesResources(noUnsearchableText, [
    {
      name: "advises against what cannot be opened",
      type,
      props: { contentBase64: xz, content: "-----BEGIN PGP MESSAGE-----\n\nhQEMA" },
      reports: [message("contentBase64", "an xz archive"), message("content", "a text encrypted by OpenPGP")],
    },
    {
      name: "advises against a file that is not there, and one from elsewhere",
      type,
      props: {
        source: new asset.FileAsset("./no/such/file"),
        other: new asset.RemoteAsset("https://example.com/file"),
      },
      reports: [
        message("source (./no/such/file)", "a file that is not there"),
        message("other", "a file that is fetched from elsewhere"),
      ],
    },
    {
      name: "passes what can be read",
      type,
      props: { content: "plain", source: new asset.FileAsset("package.json") },
      reports: [],
    },
  ]);
});
