"""Launches from a template, metadata options of instances, deleted versions, and the error of a template that is gone.

MiniStack 1.5 ignores the launch template of RunInstances, its instances have no metadata options, and versions of a
template cannot be deleted, nor its tags changed. Its code for an unknown template id is not EC2's, so that the provider
does not take a template that is deleted twice for deleted.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/launch-instances-from-launch-template.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteLaunchTemplateVersions.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataOptions.html
"""

import re
from xml.sax.saxutils import escape

from ministack.services import ec2

# What EC2 takes where neither the request, nor the account, nor the image says anything.
# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-options-order-of-precedence.html
DEFAULTS = {"HttpTokens": "optional", "HttpPutResponseHopLimit": 1, "HttpEndpoint": "enabled"}

MEMBERS = {
    "HttpTokens": "httpTokens",
    "HttpPutResponseHopLimit": "httpPutResponseHopLimit",
    "HttpEndpoint": "httpEndpoint",
    "HttpProtocolIpv6": "httpProtocolIpv6",
    "InstanceMetadataTags": "instanceMetadataTags",
}

UNKNOWN_ID = "InvalidLaunchTemplateId.NotFound"

FROM_TEMPLATE = ("ImageId", "InstanceType", "KeyName", "UserData")


def options_in(params, prefix=""):
    named = {member: ec2._p(params, f"{prefix}{member}") for member in MEMBERS}
    return {member: value for member, value in named.items() if value}


def with_template(params, template):
    """The parameters of a request, completed by what its template says."""
    profile = template.get("IamInstanceProfile", {})
    said = {name: template.get(name) for name in FROM_TEMPLATE}
    said |= {f"IamInstanceProfile.{name}": profile.get(name) for name in ("Arn", "Name")}
    said |= {
        f"SecurityGroupId.{index}": group for index, group in enumerate(template.get("SecurityGroupIds") or [], start=1)
    }
    return {name: [value] for name, value in said.items() if value} | params


def tags_of(template, version):
    """The tags that EC2 writes on what it starts from a template."""
    named = {"$Default": template["DefaultVersionNumber"], "$Latest": template["LatestVersionNumber"]}
    return [
        {"Key": "aws:ec2launchtemplate:id", "Value": template["LaunchTemplateId"]},
        {"Key": "aws:ec2launchtemplate:version", "Value": str(named.get(version or "$Default", version))},
    ]


def launching(run_instances):
    def run(params):
        spec = {
            name: ec2._p(params, f"LaunchTemplate.{name}")
            for name in ("LaunchTemplateId", "LaunchTemplateName", "Version")
        }
        template, record, error = ec2._resolve_launch_template_data(spec)
        if error:
            return error
        status, headers, body = run_instances(with_template(params, template))
        options = DEFAULTS | template.get("MetadataOptions", {}) | options_in(params, "MetadataOptions.")
        for instance_id in re.findall(r"<instanceId>([^<]+)", body.decode()):
            ec2._instances[instance_id]["MetadataOptions"] = options
            if record:
                ec2._tags[instance_id] = ec2._tags.get(instance_id, []) + tags_of(record, spec["Version"])
        return status, headers, body

    return run


def options_xml(tag, options):
    members = "".join(
        f"<{MEMBERS[name]}>{escape(str(value))}</{MEMBERS[name]}>" for name, value in options.items() if name in MEMBERS
    )
    return f"<{tag}><state>applied</state>{members}</{tag}>"


def modify_instance_metadata_options(params):
    instance_id = ec2._p(params, "InstanceId")
    instance = ec2._instances.get(instance_id)
    if not instance:
        return ec2._error("InvalidInstanceID.NotFound", f"The instance ID '{instance_id}' does not exist", 400)
    instance["MetadataOptions"] = DEFAULTS | instance.get("MetadataOptions", {}) | options_in(params)
    shown = options_xml("instanceMetadataOptions", instance["MetadataOptions"])
    return ec2._xml(
        200, "ModifyInstanceMetadataOptionsResponse", f"<instanceId>{escape(instance_id)}</instanceId>{shown}"
    )


def delete_launch_template_versions(params):
    found = [
        template
        for template in ec2._launch_templates.values()
        if ec2._p(params, "LaunchTemplateId") == template["LaunchTemplateId"]
        or ec2._p(params, "LaunchTemplateName") == template["LaunchTemplateName"]
    ]
    if not found:
        return ec2._error(UNKNOWN_ID, "The specified launch template does not exist", 400)
    [template] = found
    named = [int(version) for version in ec2._parse_member_list(params, "LaunchTemplateVersion")]
    gone = [version for version in named if version != template["DefaultVersionNumber"]]
    template["Versions"] = [version for version in template["Versions"] if version["VersionNumber"] not in gone]
    template["LatestVersionNumber"] = max(version["VersionNumber"] for version in template["Versions"])
    items = "".join(
        f"<item><launchTemplateId>{template['LaunchTemplateId']}</launchTemplateId>"
        f"<versionNumber>{version}</versionNumber></item>"
        for version in gone
    )
    deleted = f"<successfullyDeletedLaunchTemplateVersionSet>{items}</successfullyDeletedLaunchTemplateVersionSet>"
    return ec2._xml(200, "DeleteLaunchTemplateVersionsResponse", deleted)


def with_live_tags(create_launch_template):
    """MiniStack shows the tags that a template was made with, whatever CreateTags and DeleteTags say later."""

    def create(params):
        answer = create_launch_template(params)
        for template in ec2._launch_templates.values():
            if "Tags" in template:
                ec2._tags[template["LaunchTemplateId"]] = template.pop("Tags")
        return answer

    return create


def with_options(instance_xml):
    def xml(instance):
        shown = options_xml("metadataOptions", instance.get("MetadataOptions", DEFAULTS))
        return instance_xml(instance).removesuffix("</item>") + shown + "</item>"

    return xml


def with_codes_of_ec2(error):
    def coded(code, *args, **kwargs):
        return error(UNKNOWN_ID if code == f"{UNKNOWN_ID}Exception" else code, *args, **kwargs)

    return coded


def install():
    ec2._error = with_codes_of_ec2(ec2._error)
    ec2._ACTION_MAP["RunInstances"] = launching(ec2._ACTION_MAP["RunInstances"])
    ec2._ACTION_MAP["CreateLaunchTemplate"] = with_live_tags(ec2._ACTION_MAP["CreateLaunchTemplate"])
    ec2._ACTION_MAP["DeleteLaunchTemplateVersions"] = delete_launch_template_versions
    ec2._ACTION_MAP["ModifyInstanceMetadataOptions"] = modify_instance_metadata_options
    ec2._instance_xml = with_options(ec2._instance_xml)
