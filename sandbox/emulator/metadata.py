"""What the metadata service of an instance answers. MiniStack 1.5 has one service, of one invented role.

https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
"""

import base64
import json
import secrets

from instance_credentials import credentials, profile_of, time_text
from launches import DEFAULTS
from ministack.core.responses import get_account_id, get_region
from ministack.services import ec2

LONGEST_TOKEN_SECONDS = 6 * 60 * 60

# By token: the instance that it opens, and its end.
tokens = {}

OF_INSTANCE = {
    "ami-id": "ImageId",
    "ami-launch-index": "AmiLaunchIndex",
    "hostname": "PrivateDnsName",
    "instance-id": "InstanceId",
    "instance-type": "InstanceType",
    "local-hostname": "PrivateDnsName",
    "local-ipv4": "PrivateIpAddress",
    "public-hostname": "PublicDnsName",
    "public-ipv4": "PublicIpAddress",
}

STATUS_TEXTS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    503: "Service Unavailable",
}


def said(status):
    return status, {}, STATUS_TEXTS[status]


def answer(instance_id, method, path, headers, now):
    """The status, headers and text for a request of an instance, whose account and region are those of this scope.

    headers: by name in small letters
    now: seconds since 1970
    """
    instance = ec2._instances.get(instance_id)
    if not instance or instance["State"]["Name"] != "running":
        return said(503)
    options = DEFAULTS | instance.get("MetadataOptions", {})
    if options["HttpEndpoint"] == "disabled":
        return said(403)
    if path == "/latest/api/token":
        return new_token(instance_id, headers, now) if method == "PUT" else said(405)
    if method != "GET":
        return said(405)
    token = headers.get("x-aws-ec2-metadata-token")
    if token is None and options["HttpTokens"] == "required":
        return said(401)
    if token is not None and not opens(token, instance_id, now):
        return said(401)
    tree = {"latest": tree_of(instance, options, "1.0" if token is None else "2.0", now)}
    found = at(tree, path)
    return said(404) if found is None else (200, {}, found)


def new_token(instance_id, headers, now):
    # https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
    if "x-forwarded-for" in headers:
        return said(403)
    wanted = headers.get("x-aws-ec2-metadata-token-ttl-seconds", "")
    if not (wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= LONGEST_TOKEN_SECONDS):
        return said(400)
    for token in [token for token, (_, end) in tokens.items() if end <= now]:
        del tokens[token]
    token = secrets.token_urlsafe(42)
    tokens[token] = (instance_id, now + int(wanted))
    return 200, {"X-Aws-Ec2-Metadata-Token-Ttl-Seconds": wanted}, token


def opens(token, instance_id, now):
    owner, end = tokens.get(token, (None, 0))
    return owner == instance_id and now < end


def at(tree, path):
    """The text at a path, or what is below it, a line each; None where there is nothing."""
    for part in filter(None, path.split("/")):
        tree = tree.get(part) if isinstance(tree, dict) else None
    if isinstance(tree, dict):
        return "\n".join(f"{name}/" if isinstance(below, dict) else name for name, below in sorted(tree.items()))
    return tree() if callable(tree) else tree


def tree_of(instance, options, delivery, now):
    tree = {
        "dynamic": {"instance-identity": {"document": shown(identity(instance))}},
        "meta-data": {
            **{name: str(instance[member]) for name, member in OF_INSTANCE.items()},
            **iam_tree(instance, delivery, now),
            **tags_tree(instance, options),
            "instance-life-cycle": "on-demand",
            "placement": {
                "availability-zone": instance["Placement"]["AvailabilityZone"],
                "region": get_region(),
            },
            "security-groups": "\n".join(group["GroupName"] for group in instance["SecurityGroups"]),
            "services": {"domain": "amazonaws.com", "partition": "aws"},
        },
    }
    user_data = base64.b64decode(instance.get("UserData") or "")
    return tree | ({"user-data": user_data} if user_data else {})


def iam_tree(instance, delivery, now):
    carried = instance.get("IamInstanceProfile")
    if not carried:
        return {}
    profile, role = profile_of(instance)
    info = {
        "Code": "Success" if profile else "InstanceProfileNotFound",
        "LastUpdated": time_text(now),
        "InstanceProfileArn": carried["Arn"],
        "InstanceProfileId": carried["Id"],
    }
    if profile and not role:
        info["Message"] = "Instance Profile does not contain a role."
    if not role:
        return {"iam": {"info": shown(info)}}
    of_role = {role["RoleName"]: lambda: shown(credentials(instance, role, delivery, now))}
    return {"iam": {"info": shown(info), "security-credentials": of_role}}


def tags_tree(instance, options):
    if options.get("InstanceMetadataTags") != "enabled":
        return {}
    return {"tags": {"instance": {tag["Key"]: tag["Value"] for tag in ec2._tags.get(instance["InstanceId"], [])}}}


def identity(instance):
    """https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-identity-documents.html"""
    return {
        "accountId": get_account_id(),
        "architecture": instance["Architecture"],
        "availabilityZone": instance["Placement"]["AvailabilityZone"],
        "billingProducts": None,
        "devpayProductCodes": None,
        "marketplaceProductCodes": None,
        "imageId": instance["ImageId"],
        "instanceId": instance["InstanceId"],
        "instanceType": instance["InstanceType"],
        "kernelId": None,
        "pendingTime": instance["LaunchTime"],
        "privateIp": instance["PrivateIpAddress"],
        "ramdiskId": None,
        "region": get_region(),
        "version": "2017-09-30",
    }


def shown(document):
    return json.dumps(document, indent=2)
