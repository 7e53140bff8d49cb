"""What MiniStack 1.5 leaves out of GetAccountAuthorizationDetails: boundaries of roles, times of policy versions.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
"""

from ministack.services import iam

ACTION = "GetAccountAuthorizationDetails"


def boundary_xml(arn):
    kind = "<PermissionsBoundaryType>PermissionsBoundaryPolicy</PermissionsBoundaryType>"
    return f"<PermissionsBoundary>{kind}<PermissionsBoundaryArn>{arn}</PermissionsBoundaryArn></PermissionsBoundary>"


def with_boundaries(body):
    before, mark, roles = body.partition(b"<RoleDetailList>")
    for role in iam._roles.values():
        if boundary := role.get("PermissionsBoundary"):
            # The first mention of a role is its own; its profiles name it again.
            arn = f"<Arn>{role['Arn']}</Arn>".encode()
            roles = roles.replace(arn, arn + boundary_xml(boundary).encode(), 1)
    return before + mark + roles


def with_times(body):
    before, mark, policies = body.partition(b"<Policies>")
    for arn, policy in iam._policies.items():
        head, own, rest = policies.partition(f"<Arn>{arn}</Arn>".encode())
        versions, end, rest = rest.partition(b"</PolicyVersionList>")
        for version in policy["Versions"].values():
            id_xml = f"<VersionId>{version['VersionId']}</VersionId>"
            time_xml = f"<CreateDate>{version['CreateDate']}</CreateDate>"
            versions = versions.replace(id_xml.encode(), (id_xml + time_xml).encode())
        policies = head + own + versions + end + rest
    return before + mark + policies


def completed(get_details):
    def get_account_authorization_details(params):
        status, headers, body = get_details(params)
        return status, headers, with_times(with_boundaries(body))

    return get_account_authorization_details


def install():
    iam._IAM_HANDLERS[ACTION] = completed(iam._IAM_HANDLERS[ACTION])
