"""Accounts that the sandbox enters by the roles of `aws:assumeRoles`, as an organization has them.

MiniStack 1.5 heeds the trust policy of a role and gives credentials of its account. Here the root of the embedded AWS
finds a role in every other account: one that is not there is made when root first takes it, an administrator that trusts
the account of root, as AWS Organizations makes one in each account. A role that is there is left as it is, and nobody
else gets one that is not.
https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html

MiniStack finds a role by the last part of its ARN alone and takes any duration. AWS does not.
https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
"""

import json
from urllib.parse import parse_qs

from ministack.core.arn import ArnParseError, parse_arn
from ministack.core.responses import get_region, request_scope
from ministack.services import iam, sts

ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"

SHORTEST_SECONDS = 900
LONGEST_SECONDS = 43200
CHAINED_SECONDS = 3600


def make_administrator(account, resource, trusted):
    *path, name = resource.split("/")[1:]
    # Whoever sends tags or a source identity along needs a trust in that too.
    actions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
    trust = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{trusted}:root"}, "Action": actions}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    role = {
        "RoleName": name,
        "Path": f"/{'/'.join(path)}/" if path else "/",
        "AssumeRolePolicyDocument": document,
        "MaxSessionDuration": str(LONGEST_SECONDS),
    }
    with request_scope(account, get_region()):
        iam._IAM_HANDLERS["CreateRole"]({key: [value] for key, value in role.items()})
        iam._IAM_HANDLERS["AttachRolePolicy"]({"RoleName": [name], "PolicyArn": [ADMINISTRATOR]})


def refused(params, arn, caller):
    """The answer to a request that AWS refuses and MiniStack does not."""
    role = iam._roles.get_scoped(arn.account_id, None, arn.resource.rsplit("/", 1)[-1])
    # The ARNs of MiniStack are all of the partition aws.
    if role and role["Arn"].split(":")[5] != arn.resource:
        message = f"User: {caller['userArn']} is not authorized to perform: sts:AssumeRole on resource: {arn}"
        return iam._error(403, "AccessDenied", message, ns="sts")
    seconds = int(iam._p(params, "DurationSeconds") or 3600)
    if seconds < SHORTEST_SECONDS:
        problem = f"Value '{seconds}' at 'durationSeconds' must be greater than or equal to {SHORTEST_SECONDS}"
        return iam._error(400, "ValidationError", f"1 validation error detected: {problem}", ns="sts")
    if caller["principalType"] == "AssumedRole" and seconds > CHAINED_SECONDS:
        problem = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining"
        return iam._error(400, "ValidationError", problem, ns="sts")
    if role and seconds > role["MaxSessionDuration"]:
        problem = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
        return iam._error(400, "ValidationError", problem, ns="sts")
    return None


def entering(handle_request):
    async def handle(method, path, headers, body, query_params):
        params = parse_qs(body.decode()) if method == "POST" else {}
        if iam._p(params, "Action") != "AssumeRole":
            return await handle_request(method, path, headers, body, query_params)
        caller = sts._caller_identity(headers, query_params)
        try:
            arn = parse_arn(iam._p(params, "RoleArn"))
        except ArnParseError:
            arn = None
        if arn and arn.resource.startswith("role/") and isinstance(caller, dict):
            name = arn.resource.rsplit("/", 1)[-1]
            if caller["principalType"] == "Root" and arn.account_id != caller["accountId"]:
                if not iam._roles.get_scoped(arn.account_id, None, name):
                    make_administrator(arn.account_id, arn.resource, caller["accountId"])
            if refusal := refused(params, arn, caller):
                return refusal
        return await handle_request(method, path, headers, body, query_params)

    return handle


def install():
    sts.handle_request = entering(sts.handle_request)
