/**
 * Who may take the role: the EC2 service, and nobody else.
 *
 * In China the service principal of EC2 carries the suffix of that partition.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 * @see https://docs.amazonaws.cn/en_us/aws/latest/userguide/ec2.html
 */
export function ec2TrustPolicy(partition: string): string {
  const service = partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
}
