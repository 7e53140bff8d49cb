#!/bin/bash
# First start of an orders-api host. Runs once, as root, from cloud-init.
set -euo pipefail

dnf install --assumeyes docker amazon-cloudwatch-agent
systemctl enable --now docker

# The instance profile gives the credentials for all of these; nothing is stored on the host.
token=$(curl --silent --request PUT http://169.254.169.254/latest/api/token \
  --header "X-aws-ec2-metadata-token-ttl-seconds: 60")
region=$(curl --silent --header "X-aws-ec2-metadata-token: $token" \
  http://169.254.169.254/latest/meta-data/placement/region)
account=$(aws sts get-caller-identity --query Account --output text)
registry="$account.dkr.ecr.$region.amazonaws.com"

aws ecr get-login-password --region "$region" | docker login --username AWS --password-stdin "$registry"
# On the network of the host the metadata service is one hop away, as the launch template allows.
docker run --detach --restart always --name orders-api --network host \
  --env AWS_REGION="$region" "$registry/orders-api:current"
