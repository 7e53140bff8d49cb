"""The embedded AWS of the sandbox with an authorization that is closer to that of AWS, and a record of it.

MiniStack 1.5 asks the policies of a principal for each request, but with the ARN of a role without its path, with no ARN
of profiles, of new policies and of launch templates, without the condition keys of IAM, EC2 and KMS, and without the actions
that a request takes beside its own, such as iam:PassRole. See resources.py, keys.py and further.py.

Each question that a role's credentials led to is a line of JSON in the file STRICT_AWS_RECORD.
"""

import json
import os
import sys
from contextvars import ContextVar
from pathlib import Path

sys.path.insert(0, os.environ["STRICT_AWS_EMULATOR"])

import embedded_aws  # noqa: E402
import further  # noqa: E402
import keys  # noqa: E402
import resources  # noqa: E402
from ministack.core import iam_actions, iam_evaluator  # noqa: E402
from ministack.core.responses import get_account_id  # noqa: E402

RECORD = Path(os.environ["STRICT_AWS_RECORD"])

app = embedded_aws.app

request_params = ContextVar("request_params", default=None)


def with_resources(extract):
    def extract_resource_arn(service, method, path, headers, body, params, region, account):
        own = resources.of_request(service, params, region, account)
        return own or extract(service, method, path, headers, body, params, region, account)

    return extract_resource_arn


def with_keys(tag_context):
    def context(service, action, body, params):
        request_params.set(params)
        return {**tag_context(service, action, body, params), **keys.of_request(service, action, body, params)}

    return context


def caller(access_key_id):
    if not (access_key_id or "").startswith("ASIA"):
        return None
    principal = iam_evaluator.resolve_principal(access_key_id, get_account_id())
    return getattr(principal, "arn", "").split("/")[1] if getattr(principal, "type", "") == "AssumedRole" else None


def gate(enforce):
    def ask(access_key_id, action, service, region, resource_arn="*", service_context=None):
        decision = enforce(access_key_id, action, service, region, resource_arn, service_context)
        role = caller(access_key_id)
        if role and not isinstance(decision, iam_evaluator.AuthError):
            context = {key: value for key, value in (service_context or {}).items() if value is not None}
            asked = {"role": role, "action": action, "resource": resource_arn, "context": context}
            with RECORD.open("a") as lines:
                lines.write(json.dumps(asked | {"allowed": decision is None}) + "\n")
        return decision

    def enforce_all(access_key_id, action, service, region, resource_arn="*", service_context=None):
        decision = ask(access_key_id, action, service, region, resource_arn, service_context)
        params = request_params.get()
        request_params.set(None)
        if decision is not None or params is None:
            return decision
        for also, resource, context in further.of_request(action, params, resource_arn):
            decision = ask(access_key_id, also, also.split(":")[0], region, resource, context)
            if decision is not None:
                return decision
        return None

    return enforce_all


iam_actions.extract_resource_arn = with_resources(iam_actions.extract_resource_arn)
iam_actions.request_tag_context = with_keys(iam_actions.request_tag_context)
iam_evaluator.enforce = gate(iam_evaluator.enforce)
