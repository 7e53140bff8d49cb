"""The temporary credentials that EC2 hands to an instance: those of the role that its profile holds now.

They are sessions of MiniStack, so that it judges each call by the policies of the role.
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
"""

import json
import time

from ministack.core import iam_evaluator
from ministack.core.responses import get_account_id, get_region
from ministack.services import iam, sts

# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
RENEWED_BEFORE_END = 5 * 60
SECONDS = 6 * 60 * 60

# In China it has the suffix of that partition.
# https://docs.amazonaws.cn/en_us/aws/latest/userguide/ec2.html
EC2 = {"ec2.amazonaws.com", "ec2.amazonaws.com.cn"}

# By instance and version of the service: the id of the role, when there will be new ones, and the document.
issued = {}

# By instance: after how long its credentials say that they end, where something else than SECONDS was asked for. They are
# good for SECONDS all the same, since clients go on with old ones where they are told of an end that is near: boto3 does for
# up to 20 minutes. https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html
lifetimes = {}


def time_text(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def renew(instance_id, every):
    """Forgets what was issued. From now on there are new credentials after so many seconds; None is as often as on EC2."""
    issued.pop(instance_id, None)
    lifetimes[instance_id] = SECONDS if every is None else RENEWED_BEFORE_END + every


def profile_of(instance):
    """The profile of an instance and its role, each None where there is none."""
    carried = instance.get("IamInstanceProfile") or {}
    profile = iam._lookup_instance_profile(arn=carried.get("Arn", ""))
    # One that was deleted and made again under its name is another.
    if not profile or profile["InstanceProfileId"] != carried["Id"]:
        return None, None
    return profile, iam._roles.get(next(iter(profile["Roles"]), ""))


def trusts_ec2(role):
    """Whether the trust policy lets EC2 assume the role. MiniStack's own check takes its root for every service."""
    trust = json.loads(role["AssumeRolePolicyDocument"])
    statements = trust["Statement"] if isinstance(trust["Statement"], list) else [trust["Statement"]]
    about_ec2 = [statement for statement in statements if names_ec2(statement.get("Principal"))]
    return iam_evaluator.evaluate_trust_policy({"Statement": about_ec2}, f"arn:aws:iam::{get_account_id()}:root")


def names_ec2(principal):
    if not isinstance(principal, dict):
        return principal == "*"
    services = principal.get("Service", [])
    return bool(EC2 & set([services] if isinstance(services, str) else services))


def credentials(instance, role, delivery, now):
    """The credentials document of an instance. A role that is another than before gets its own at once.

    delivery: the version of the metadata service that was asked, such as "2.0"
    """
    instance_id = instance["InstanceId"]
    if not trusts_ec2(role):
        return {
            "Code": "AssumeRoleUnauthorizedAccess",
            "Message": f"EC2 cannot assume the role {role['RoleName']}.",
            "LastUpdated": time_text(now),
        }
    held = issued.setdefault(instance_id, {}).get(delivery)
    if held and held["of"] == role["RoleId"] and now < held["renewed"]:
        return held["document"]
    end = now + lifetimes.get(instance_id, SECONDS)
    document = session(instance, role, delivery, now) | {"Expiration": time_text(end)}
    issued[instance_id][delivery] = {"of": role["RoleId"], "renewed": end - RENEWED_BEFORE_END, "document": document}
    return document


def session(instance, role, delivery, now):
    key, secret, token = iam._gen_session_access_key(), iam._gen_secret(), iam._gen_session_token()
    account, instance_id = get_account_id(), instance["InstanceId"]
    assumed, _ = sts._assumed_role_arn(role["Arn"], instance_id)
    sts.register_session(
        key,
        {
            "Arn": assumed,
            "UserId": f"{role['RoleId']}:{instance_id}",
            "SecretAccessKey": secret,
            "SessionToken": token,
            "Expiration": now + SECONDS,
            "IssuedAt": now,
            "AccountId": account,
            "PrincipalType": "AssumedRole",
            # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instance
            "ConditionKeys": {
                "ec2:roledelivery": delivery,
                "ec2:sourceinstancearn": f"arn:aws:ec2:{get_region()}:{account}:instance/{instance_id}",
                "aws:ec2instancesourcevpc": instance["VpcId"],
                "aws:ec2instancesourceprivateipv4": instance["PrivateIpAddress"],
            },
        },
    )
    return {
        "Code": "Success",
        "LastUpdated": time_text(now),
        "Type": "AWS-HMAC",
        "AccessKeyId": key,
        "SecretAccessKey": secret,
        "Token": token,
    }


def with_condition_keys(principal_keys):
    def keys(credential):
        held = sts._sessions.get(credential.access_key_id) or {}
        return principal_keys(credential) | held.get("ConditionKeys", {})

    return keys


def install():
    iam_evaluator._principal_keys = with_condition_keys(iam_evaluator._principal_keys)
