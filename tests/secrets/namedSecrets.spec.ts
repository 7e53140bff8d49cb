import assert from "node:assert/strict";
import { namedSecretsIn } from "../../secrets/namedSecrets.ts";
import { sampleId, sampleSecret } from "../../testing/sampleKeys.ts";

const id = sampleId("AKIA");
/** With all the characters that a secret may hold. */
const secret = [sampleSecret.slice(0, 9), sampleSecret.slice(10, 24), sampleSecret.slice(25, 39), ""]
  .join("/")
  .replace("/", "+");
const example = ["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/");
const sha1 = "0123456789abcdef".repeat(3).slice(0, 40);
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("namedSecretsIn", () => {
  const named: [name: string, text: string][] = [
    ["in an ini file", `[default]\naws_secret_access_key = ${secret}\n`],
    ["in sh", `AWS_SECRET_ACCESS_KEY=${secret} aws s3 ls`],
    ["in an export", `export AWS_SECRET_ACCESS_KEY="${secret}"`],
    ["in an export with single quotes", `export AWS_SECRET_KEY='${secret}'`],
    ["as a default of a shell variable", `: "\${AWS_SECRET_ACCESS_KEY:-${secret}}"`],
    ["in a Dockerfile", `ENV AWS_SECRET_ACCESS_KEY ${secret}`],
    ["in yaml", `secretAccessKey: ${secret}`],
    ["in a block of yaml", `aws_secret_access_key: |\n  ${secret}\n`],
    ["in json", `{"SecretAccessKey": "${secret}"}`],
    ["in escaped json", `"{\\"secret_key\\":\\"${secret}\\"}"`],
    ["in toml", `secret-access-key = "${secret}"`],
    ["with the words in another order", `access_key_secret: ${secret}`],
    ["under a short name", `AWS_SECRET=${secret}`],
    ["in a properties file", `fs.s3a.secret.key=${secret}`],
    ["in xml", `<SecretAccessKey>${secret}</SecretAccessKey>`],
    ["in Ruby", `:secret_access_key => '${secret}'`],
    ["in PowerShell", `$env:AWS_SECRET_ACCESS_KEY = "${secret}"`],
    [
      "in a PowerShell call",
      `[Environment]::SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "${secret}", "Machine")`,
    ],
    ["as an argument", `aws configure set aws_secret_access_key ${secret}`],
    ["in a yaml pair", `- name: AWS_SECRET_ACCESS_KEY\n  value: "${secret}"`],
    ["in a json pair", `[{"name":"AWS_SECRET_ACCESS_KEY","value":"${secret}"}]`],
    ["in a json pair that starts with the value", `[{"value":"${secret}","name":"AWS_SECRET_ACCESS_KEY"}]`],
    ["in a table of the console", `Access key ID,Secret access key\n${id},${secret}`],
    ["in an assignment of two", `aws_access_key_id, aws_secret_access_key = "${id}", "${secret}"`],
    ["far behind its name", `aws_secret_access_key${" ".repeat(200)}= ${secret}`],
    ["with a prefix and a number", `PROD_AWS_SECRET_ACCESS_KEY_1=${secret}`],
    ["with another word behind", `secretAccessKeyProd: ${secret}`],
    ["of a user", `AWS_IAM_USER_SECRET=${secret}`],
    ["with spaces in its name", `AWS Secret Access Key [None]: ${secret}`],
    ["in a sentence", `the secret access key is ${secret}.`],
    ["in markdown", `**Secret access key**: \`${secret}\``],
    ["in a folded block of yaml", `secretAccessKey: >-\n    ${secret}\n`],
    ["in a block of yaml with its indentation", `secretAccessKey: |2-\n    ${secret}\n`],
    ["behind a tag of yaml", `secretAccessKey: !!str ${secret}`],
    ["behind an anchor of yaml", `secretAccessKey: &key ${secret}`],
    ["below a comment of yaml", `secret_key: # for backups\n  ${secret}`],
    ["in a yaml pair that starts with the value", `- value: ${secret}\n  name: AWS_SECRET_ACCESS_KEY\n`],
    [
      "in a pair with a type between",
      `name = "AWS_SECRET_ACCESS_KEY"\ntype = "PLAINTEXT"\nvalue = "${secret}"`,
    ],
    ["as a default of Terraform", `variable "aws_secret_key" {\n  type = string\n  default = "${secret}"\n}`],
    ["in a pair of Hadoop", `<name>fs.s3a.secret.key</name>\n  <value>${secret}</value>`],
    [
      "in a pair of Hadoop that starts with the value",
      `<value>${secret}</value><name>fs.s3a.secret.key</name>`,
    ],
    ["in an attribute of xml", `<add key="AWSSecretKey" value="${secret}" />`],
    ["in CDATA", `<SecretKey><![CDATA[${secret}]]></SecretKey>`],
    ["in an item of DynamoDB", `{"secretAccessKey":{"S":"${secret}"}}`],
    ["in a variable of Python", `os.environ["AWS_SECRET_ACCESS_KEY"] = "${secret}"`],
    ["as a default of JavaScript", `process.env.AWS_SECRET_ACCESS_KEY ?? '${secret}'`],
    ["in Go", `SecretAccessKey: aws.String("${secret}")`],
    ["in a here-string", `read AWS_SECRET_ACCESS_KEY <<<${secret}`],
    ["in a here-document", `cat <<'EOF'\naws_secret_access_key=${secret}\nEOF`],
    ["in an echo", `AWS_SECRET_ACCESS_KEY=$(echo ${secret})`],
    ["in a printf", `printf 'aws_secret_access_key=%s\\n' '${secret}'`],
    ["in fish", `set -gx AWS_SECRET_ACCESS_KEY ${secret}`],
    ["in a docker argument", `docker run --env "AWS_SECRET_ACCESS_KEY=${secret}" orders`],
    ["in systemd", `Environment="AWS_SECRET_ACCESS_KEY=${secret}"`],
    ["in a PowerShell argument", `Set-AWSCredential -SecretKey ${secret} -StoreAs default`],
    ["in a PowerShell item", `Set-Item -Path Env:AWS_SECRET_ACCESS_KEY -Value '${secret}'`],
    ["in braces of PowerShell", `\${env:AWS_SECRET_ACCESS_KEY} = "${secret}"`],
    ["in a secure string", `$secretKey = ConvertTo-SecureString "${secret}" -AsPlainText`],
    [
      "in a command that stores it",
      `aws ssm put-parameter --name /app/secret_key --type String --value ${secret}`,
    ],
    ["in a command with the value first", `aws ssm put-parameter --value ${secret} --name /app/secret_key`],
    ["in a template of Ansible", `aws_secret_key: "{{ '${secret}' }}"`],
    ["that is encoded by itself", `AWS_SECRET_ACCESS_KEY: ${base64(secret)}`],
    ["that is encoded twice by itself", `AWS_SECRET_ACCESS_KEY: ${base64(base64(`${secret}\n`))}`],
    ["that a script decodes", `export AWS_SECRET_ACCESS_KEY=$(base64 -d <<< "${base64(secret)}")`],
  ];
  for (const [name, text] of named) {
    it(`finds one ${name}`, () => {
      assert.deepStrictEqual(
        Array.from(namedSecretsIn(text), (found) => found.secret),
        [secret],
      );
    });
  }

  const harmless: [name: string, text: string][] = [
    ["without a name", secret],
    ["under another name", `token=${secret}`],
    ["under a name of another party", `RECAPTCHA_SECRET_KEY=${secret}`],
    ["under the name of what belongs to a secret", `secret_key_fingerprint: ${secret}`],
    ["that is a SHA-1", `commit ${sha1}`],
    ["that is a commit id under a secret's name", `secret_key=${sha1}`],
    ["of 41 characters", `secret_key=${secret}x`],
    ["of 41 characters behind a space", `secret_key = /${secret}`],
    ["of 39 characters", `secret_key=${secret.slice(1)}`],
    ["of 39 characters behind a space", `secret_key =${secret.slice(1)}`],
    ["that is the start of a longer token", `secret_key=${secret}.${secret} secret_key=${secret}_1`],
    ["that is an integrity string", `"integrity": "sha512-${secret}${secret}AAAAAA=="`],
    ["that is AWS's documented example", `aws_secret_access_key=${example}`],
    ["that is a placeholder", `aws_secret_access_key=${"xY".repeat(20)}`],
    ["that is a path", `secret_key: secret/data/production/orders/aws/keys01`],
    ["that is a constant", `secret_key: REPLACEMEWITHYOURSECRETACCESSKEYPLEASE01`],
    ["that is a variable", `AWS_SECRET_ACCESS_KEY=$ProductionOrdersServiceAwsSecretKeyVar01`],
    ["that is a reference", `secret_key: {{ ProductionOrdersVaultAwsSecretKeyServ01 }}`],
    ["that is a placeholder in angles", `secret_key: <ProductionOrdersVaultAwsSecretKeyServ01>`],
    [
      "that is fetched",
      "aws secretsmanager get-secret-value --secret-id Production/Orders/Database/Credentials01",
    ],
    ["that is another command", `unset AWS_SECRET_ACCESS_KEY; export TOKEN=${secret}`],
    ["on the next line", `AWS_SECRET_ACCESS_KEY=$KEY\nTOKEN=${secret}`],
    ["behind an empty secret", `{"secretKey":"","token":"${secret}"}`],
    ["in the next pair", `- name: AWS_SECRET_ACCESS_KEY\n  valueFrom: x\n- name: TOKEN\n  value: ${secret}`],
    [
      "in the pair before",
      `- name: TOKEN\n  value: ${secret}\n- name: AWS_SECRET_ACCESS_KEY\n  valueFrom: x`,
    ],
    ["that is only mentioned", "rotate the secret access key every ninety days, without exceptions"],
  ];
  for (const [name, text] of harmless) {
    it(`passes one ${name}`, () => {
      assert.deepStrictEqual([...namedSecretsIn(text)], []);
    });
  }
});
