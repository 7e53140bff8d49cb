"""Condition keys that MiniStack 1.5 does not know, for the requests of a deployment.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-policy-keys
"""

import json
from itertools import count

from ministack.core.iam_actions import _query_param as param
from ministack.services import ec2, iam
from resources import instance_of, template_of

# Actions whose request names the boundary, and those about a role that has one.
NAMES_BOUNDARY = {"CreateRole", "PutRolePermissionsBoundary"}
HEEDS_BOUNDARY = {
    *("AttachRolePolicy", "DeleteRolePermissionsBoundary", "DeleteRolePolicy", "DetachRolePolicy", "PutRolePolicy"),
    *("UpdateRole", "UpdateRoleDescription"),
}


def of_iam(action, params):
    role = iam._roles.get(param(params, "RoleName")) or {}
    found = {}
    if action in NAMES_BOUNDARY:
        found["iam:PermissionsBoundary"] = param(params, "PermissionsBoundary") or None
    if action in HEEDS_BOUNDARY:
        found["iam:PermissionsBoundary"] = role.get("PermissionsBoundary") or None
    if action in ("AttachRolePolicy", "DetachRolePolicy"):
        found["iam:PolicyARN"] = param(params, "PolicyArn")
    return found


def request_tags(params):
    """The tags that a request gives to what it makes, which are not those of a template's instances."""
    for spec in count(1):
        if not param(params, f"TagSpecification.{spec}.ResourceType"):
            return
        for tag in count(1):
            key = param(params, f"TagSpecification.{spec}.Tag.{tag}.Key")
            if not key:
                break
            yield key, param(params, f"TagSpecification.{spec}.Tag.{tag}.Value")


def of_ec2(params):
    found = {f"aws:RequestTag/{key}": value for key, value in request_tags(params)}
    template = template_of(params)
    for tag in ec2._tags.get(template["LaunchTemplateId"], []) if template else []:
        found[f"aws:ResourceTag/{tag['Key']}"] = tag["Value"]
    instance = instance_of(params)
    if instance and instance.get("IamInstanceProfile"):
        found["ec2:InstanceProfile"] = instance["IamInstanceProfile"]["Arn"]
    if profile := param(params, "IamInstanceProfile.Arn"):
        found["ec2:NewInstanceProfile"] = profile
    return found


def of_kms(body):
    """https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context"""
    asked = json.loads(body or "{}")
    return {f"kms:EncryptionContext:{key}": value for key, value in asked.get("EncryptionContext", {}).items()}


def of_request(service, iam_action, body, params):
    action = iam_action.split(":", 1)[1]
    if service == "kms":
        return of_kms(body)
    if service == "iam":
        return of_iam(action, params)
    return of_ec2(params) if service == "ec2" else {}
