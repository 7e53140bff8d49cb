"""The resource that AWS asks policies about, where MiniStack 1.5 has another one.

https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
"""

from ministack.core.iam_actions import _query_param as param
from ministack.services import ec2, iam

WITHOUT_RESOURCE = {
    *("GetServiceLastAccessedDetails", "ListInstanceProfiles", "ListPolicies", "ListRoles"),
}


def named(kind, held, params, account, name):
    """What is there by that name, else what would be made."""
    there = held.get(name)
    path = param(params, "Path") or "/"
    return there["Arn"] if there else f"arn:aws:iam::{account}:{kind}{path}{name}"


def of_iam(params, account):
    if param(params, "Action") in WITHOUT_RESOURCE:
        return "*"
    if source := param(params, "PolicySourceArn"):
        return source
    if profile := param(params, "InstanceProfileName"):
        return named("instance-profile", iam._instance_profiles, params, account, profile)
    if role := param(params, "RoleName"):
        return named("role", iam._roles, params, account, role)
    if param(params, "Action") == "CreatePolicy":
        return named("policy", {}, params, account, param(params, "PolicyName"))
    if param(params, "Action") == "GenerateServiceLastAccessedDetails":
        return param(params, "Arn")
    return None


def template_of(params):
    """The launch template that a request names, by its id, its name or as what is tagged."""
    wanted = param(params, "LaunchTemplateId") or param(params, "ResourceId.1")
    name = param(params, "LaunchTemplateName")
    for template_id, template in ec2._launch_templates.items():
        if template_id == wanted or template["LaunchTemplateName"] == name:
            return template
    return None


def instance_of(params):
    """The instance that a request names, by its id or by its association."""
    association = ec2._iam_instance_profile_associations.get(param(params, "AssociationId"))
    instance_id = association["InstanceId"] if association else param(params, "InstanceId")
    return ec2._instances.get(instance_id)


def of_ec2(params, region, account):
    action = param(params, "Action")
    place = f"arn:aws:ec2:{region}:{account}"
    if action.startswith("Describe"):
        return "*"
    if action == "CreateLaunchTemplate":
        return f"{place}:launch-template/*"
    if action.endswith(("IamInstanceProfile", "IamInstanceProfileAssociation")):
        instance = instance_of(params)
        return f"{place}:instance/{instance['InstanceId']}" if instance else None
    template = template_of(params)
    return f"{place}:launch-template/{template['LaunchTemplateId']}" if template else None


def of_request(service, params, region, account):
    if service == "iam":
        return of_iam(params, account)
    return of_ec2(params, region, account) if service == "ec2" else None
