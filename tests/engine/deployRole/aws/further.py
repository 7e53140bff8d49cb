"""The actions that AWS asks policies about beside the one of a request.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_prerequisites
"""

from keys import request_tags
from ministack.core.iam_actions import _query_param as param
from ministack.services import iam

PASSES_PROFILE = {"ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation", "ec2:RunInstances"}
TAGS = {
    "iam:CreateInstanceProfile": "iam:TagInstanceProfile",
    "iam:CreatePolicy": "iam:TagPolicy",
    "iam:CreateRole": "iam:TagRole",
}


def passed_roles(action, params):
    if action == "iam:AddRoleToInstanceProfile":
        return [param(params, "RoleName")]
    if action not in PASSES_PROFILE:
        return []
    name = param(params, "IamInstanceProfile.Name") or param(params, "IamInstanceProfile.Arn").split("/")[-1]
    return iam._instance_profiles.get(name, {}).get("Roles", [])


def of_request(action, params, resource):
    """Each is an action, its resource and its condition keys."""
    for name in passed_roles(action, params):
        role = iam._roles.get(name)
        if role:
            yield "iam:PassRole", role["Arn"], {"iam:PassedToService": "ec2.amazonaws.com"}
    if action in TAGS and param(params, "Tags.member.1.Key"):
        yield TAGS[action], resource, {}
    tags = dict(request_tags(params))
    if action == "ec2:CreateLaunchTemplate" and tags:
        context = {f"aws:RequestTag/{key}": value for key, value in tags.items()}
        yield "ec2:CreateTags", resource, {**context, "ec2:CreateAction": "CreateLaunchTemplate"}
