import { Provider } from "@pulumi/aws/provider";

new Provider("with-keys", { region: "eu-central-1", accessKey: "test", secretKey: "test" });
