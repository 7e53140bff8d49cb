"""Requests are judged on the resources and by the condition keys by which AWS judges them.

MiniStack 1.5 asks for one resource for each request. In some it finds one of another type or none, and asks for `*`; in
some it finds no action, and asks for nothing. So a program that may write to a log group, read a table by PartiQL or use a
key by its alias is refused, and one that reads a configuration is not judged at all. What AWS asks for is in
judged_rights.py; requests of other actions are judged as MiniStack does it.
"""

import json

from judged_rights import RIGHTS, partiql
from ministack.core import iam_actions, iam_evaluator


class Asked(str):
    """A resource as MiniStack takes it, with the rights that AWS asks for in its place, and the keys of the request."""

    rights: list
    keys: dict


class Request:
    def __init__(self, action, path, body, params, resource="*", region="", account=""):
        self.name = action.partition(":")[2]
        self.path = path
        self.params = params
        self.resource = resource
        self.region = region
        self.account = account
        self.keys = {}
        try:
            parsed = json.loads(body or b"{}")
        except ValueError:
            parsed = {}
        self.body = parsed if isinstance(parsed, dict) else {}

    def get(self, *path):
        """A field of the body, or else a parameter of the query; "" where there is none."""
        value = self.body
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value or iam_actions._query_param(self.params, path[-1])

    def arn(self, service, resource, name=""):
        """An ARN of the caller's account and region, unless the name is one already."""
        return name if name.startswith("arn:") else f"arn:aws:{service}:{self.region}:{self.account}:{resource}{name}"


CONFIGURATION_ACTIONS = {
    ("POST", "/configurationsessions"): "appconfig:StartConfigurationSession",
    ("GET", "/configuration"): "appconfig:GetLatestConfiguration",
}


def naming(extract_iam_action):
    def action_of(service, method, path, headers, body, params):
        action = extract_iam_action(service, method, path, headers, body, params)
        if service in ("appconfig", "appconfigdata"):
            return CONFIGURATION_ACTIONS.get((method, path), action)
        if service == "dynamodb" and action:
            for right, _ in partiql(Request(action, path, body, params)):
                return right
        return action

    return action_of


def asking(extract_resource_arn, action_of):
    def resource_of(service, method, path, headers, body, params, region, account):
        resource = extract_resource_arn(service, method, path, headers, body, params, region, account)
        action = action_of(service, method, path, headers, body, params) or ""
        rights_of = RIGHTS.get(action.partition(":")[0])
        if rights_of is None:
            return resource
        request = Request(action, path, body, params, resource, region, account)
        rights = [(action, right) if isinstance(right, str) else right for right in rights_of(request)]
        asked = Asked(resource)
        asked.rights = rights or [(action, resource)]
        asked.keys = request.keys
        return asked

    return resource_of


def judging(enforce):
    def judged(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
        if not isinstance(resource_arn, Asked):
            return enforce(access_key_id, iam_action, service, region, resource_arn, service_context)
        context = {**(service_context or {}), **resource_arn.keys}
        for action, arn in resource_arn.rights:
            denied = enforce(access_key_id, action, service, region, arn, context)
            if denied:
                return denied
        return None

    return judged


def install():
    iam_actions.extract_iam_action = naming(iam_actions.extract_iam_action)
    iam_actions.extract_resource_arn = asking(iam_actions.extract_resource_arn, iam_actions.extract_iam_action)
    iam_evaluator.enforce = judging(iam_evaluator.enforce)
