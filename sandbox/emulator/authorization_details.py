"""The boundaries of roles in GetAccountAuthorizationDetails, where MiniStack 1.5 leaves them out.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html
"""

from ministack.services import iam

ACTION = "GetAccountAuthorizationDetails"


def boundary_xml(arn):
    kind = "<PermissionsBoundaryType>PermissionsBoundaryPolicy</PermissionsBoundaryType>"
    return f"<PermissionsBoundary>{kind}<PermissionsBoundaryArn>{arn}</PermissionsBoundaryArn></PermissionsBoundary>"


def with_boundaries(get_details):
    def get_account_authorization_details(params):
        status, headers, body = get_details(params)
        before, mark, roles = body.partition(b"<RoleDetailList>")
        for role in iam._roles.values():
            if boundary := role.get("PermissionsBoundary"):
                # The first mention of a role is its own; its profiles name it again.
                arn = f"<Arn>{role['Arn']}</Arn>".encode()
                roles = roles.replace(arn, arn + boundary_xml(boundary).encode(), 1)
        return status, headers, before + mark + roles

    return get_account_authorization_details


def install():
    iam._IAM_HANDLERS[ACTION] = with_boundaries(iam._IAM_HANDLERS[ACTION])
