"""Repairs of MiniStack's policy simulation, so that it answers what AWS answers.

MiniStack 1.5 takes a role's path for a part of its name and then finds no policies, evaluates only the first resource,
and ignores the context keys of the request. Its evaluator itself is used as it is.
https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
"""

from itertools import count
from xml.sax.saxutils import escape

from ministack.core import iam_evaluator
from ministack.core.responses import get_region
from ministack.services import iam

DECISIONS = {"Allow": "allowed", "Deny": "explicitDeny"}


def members(params, name):
    for index in count(1):
        value = iam._p(params, f"{name}.member.{index}")
        if not value:
            return
        yield value


def context_of(params):
    context = {}
    for index in count(1):
        entry = f"ContextEntries.member.{index}"
        key = iam._p(params, f"{entry}.ContextKeyName")
        if not key:
            return context
        values = list(members(params, f"{entry}.ContextKeyValues"))
        is_list = iam._p(params, f"{entry}.ContextKeyType").endswith("List")
        context[key.lower()] = values if is_list else values[0]


class Request(str):
    """The first resource, as MiniStack passes it on, with the parameters it leaves behind."""

    params: dict


def extract(original):
    def extract_simulate_params(params):
        actions, resource = original(params)
        request = Request(resource)
        request.params = params
        return actions, request

    return extract_simulate_params


def results(actions, request, principal, account, policies):
    context = context_of(request.params)
    resources = list(members(request.params, "ResourceArns")) or ["*"]
    return "".join(
        "<member>"
        f"<EvalActionName>{escape(action)}</EvalActionName>"
        f"<EvalResourceName>{escape(resource)}</EvalResourceName>"
        f"<EvalDecision>{decide(action, resource, principal, account, policies, context)}</EvalDecision>"
        "<MatchedStatements></MatchedStatements><MissingContextValues></MissingContextValues>"
        "</member>"
        for action in actions
        for resource in resources
    )


def decide(action, resource, principal, account, policies, context):
    request = iam_evaluator.EvalContext(
        principal_arn=principal,
        principal_type="User",
        principal_account=account,
        action=action,
        resource_arn=resource,
        region=get_region(),
        source_ip="127.0.0.1",
        secure_transport=False,
        service_context=context,
    )
    decision = iam_evaluator.evaluate(request, policies).decision if policies else "ImplicitDeny"
    return DECISIONS.get(decision, "implicitDeny")


def install():
    gather = iam_evaluator._gather_role_policies
    iam_evaluator._gather_role_policies = lambda name, account: gather(name.rsplit("/", 1)[-1], account)
    iam._extract_simulate_params = extract(iam._extract_simulate_params)
    iam._build_simulate_results_real = results
