import { Provider } from "@pulumi/aws/provider.js";

new Provider("with-keys", { region: "eu-central-1", accessKey: "test", secretKey: "test" });
