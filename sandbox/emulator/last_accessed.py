"""What roles used, told from the requests that the embedded AWS served.

MiniStack 1.5 answers GenerateServiceLastAccessedDetails with an empty list, and no role has a RoleLastUsed. Both tell
what was attempted, allowed or not, by assumed roles since the embedded AWS was started.
https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html
"""

import json
import os
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from ministack.core import iam_evaluator
from ministack.core.responses import get_account_id
from ministack.services import iam

CATALOGUE = Path(os.environ["SANDBOX_IAM_CATALOGUE"])

# Writes that CloudTrail calls data events, as components/access/ has them. IAM tells of management actions only: creation,
# change, deletion.
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
DATA_EVENTS = frozenset(os.environ["SANDBOX_DATA_EVENTS"].lower().split(","))

# By the id of a role, so that one made anew under the same name starts with nothing: {action: (time, region)}.
attempts = {}


@cache
def catalogue(service):
    file = CATALOGUE / "actions" / f"{service}.json"
    return json.loads(file.read_text()) if file.exists() else {}


@cache
def service_names():
    return json.loads((CATALOGUE / "serviceNames.json").read_text())


def is_tracked(service, action):
    known = catalogue(service)[action]
    on_objects = service == "s3" and any(kind["name"] == "object" for kind in known["resourceTypes"])
    return (
        known["accessLevel"] not in ("Read", "List")
        and not on_objects
        and f"{service}:{action}" not in DATA_EVENTS
        and (service, action) != ("iam", "passrole")
    )


def role_of(principal_arn):
    name = iam_evaluator._role_name_from_assumed_arn(principal_arn)
    return iam._roles.get_scoped(get_account_id(), None, name)


def recording(enforce):
    def enforce_and_record(access_key_id, iam_action, service, region, *args, **kwargs):
        decision = enforce(access_key_id, iam_action, service, region, *args, **kwargs)
        if isinstance(decision, iam_evaluator.AuthError) or not (access_key_id or "").startswith("ASIA"):
            return decision
        principal = iam_evaluator.resolve_principal(access_key_id, get_account_id())
        role = getattr(principal, "type", None) == "AssumedRole" and role_of(principal.arn)
        if role:
            attempts.setdefault(role["RoleId"], {})[iam_action.lower()] = (iam._now(), region)
        return decision

    return enforce_and_record


def granted_patterns(role):
    """The action patterns of all Allow statements, by service; a star for every service is under "*"."""
    granted = {}
    for statements in iam_evaluator._gather_role_policies(role["RoleName"], get_account_id()):
        for statement in statements:
            if statement.effect != "Allow":
                continue
            for pattern in statement.actions:
                service, _, name = pattern.lower().partition(":")
                granted.setdefault(service, set()).add(name or "*")
    return granted


def member(service, patterns, used, arn):
    def when(time, region, entity, at):
        return f"<{entity}>{arn}</{entity}><{at}Time>{time}</{at}Time><{at}Region>{region}</{at}Region>"

    tracked = "".join(
        f"<member><ActionName>{known['name']}</ActionName>"
        + (when(*used[f"{service}:{action}"], "LastAccessedEntity", "LastAccessed") if f"{service}:{action}" in used else "")
        + "</member>"
        for action, known in sorted(catalogue(service).items())
        if is_tracked(service, action) and any(iam_evaluator.fnmatch_iam(action, pattern) for pattern in patterns)
    )
    last = max((use for action, use in used.items() if action.startswith(f"{service}:")), default=None)
    authenticated = ""
    if last:
        time, region = last
        authenticated = (
            f"<LastAuthenticated>{time}</LastAuthenticated><LastAuthenticatedEntity>{arn}</LastAuthenticatedEntity>"
            f"<LastAuthenticatedRegion>{region}</LastAuthenticatedRegion>"
        )
    return (
        f"<member><ServiceName>{escape(service_names().get(service, service))}</ServiceName>"
        f"<ServiceNamespace>{service}</ServiceNamespace>{authenticated}"
        f"<TotalAuthenticatedEntities>{int(bool(last))}</TotalAuthenticatedEntities>"
        f"<TrackedActionsLastAccessed>{tracked}</TrackedActionsLastAccessed></member>"
    )


def services_of(arn):
    role = iam._roles.get(arn.rsplit("/", 1)[-1])
    if not role:
        return ""
    used = attempts.get(role["RoleId"], {})
    granted = granted_patterns(role)
    everywhere = granted.pop("*", None)
    services = service_names() if everywhere else granted
    return "".join(
        member(service, granted.get(service, set()) | (everywhere or set()), used, arn) for service in sorted(services)
    )


def told(get_details):
    def get_service_last_accessed_details(params):
        status, headers, body = get_details(params)
        job = iam._sla_jobs.get(iam._p(params, "JobId"))
        if not job:
            return status, headers, body
        empty, full = (
            f"<ServicesLastAccessed>{services}</ServicesLastAccessed>".encode()
            for services in ("", services_of(job["Arn"]))
        )
        return status, headers, body.replace(empty, full)

    return get_service_last_accessed_details


def with_last_used(role_xml):
    def xml(name, *args, **kwargs):
        used = attempts.get(iam._roles[name]["RoleId"], {})
        if not used:
            return role_xml(name, *args, **kwargs)
        time, region = max(used.values())
        last_used = f"<RoleLastUsed><LastUsedDate>{time}</LastUsedDate><Region>{region}</Region></RoleLastUsed>"
        return role_xml(name, *args, **kwargs) + last_used

    return xml


def install():
    iam_evaluator.enforce = recording(iam_evaluator.enforce)
    iam._role_xml = with_last_used(iam._role_xml)
    details = "GetServiceLastAccessedDetails"
    iam._IAM_HANDLERS[details] = told(iam._IAM_HANDLERS[details])
