"""SetDefaultPolicyVersion, which MiniStack 1.5 does not know. Its evaluator does heed the version in force.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html
"""

from ministack.services import iam


def set_default_policy_version(params):
    arn = iam._p(params, "PolicyArn")
    version = iam._p(params, "VersionId")
    policy = iam._policies.get(arn)
    if not policy or version not in policy["Versions"]:
        return iam._error(
            404, "NoSuchEntity", f"Policy {arn} version {version} does not exist or is not attachable.", ns="iam"
        )
    for name, held in policy["Versions"].items():
        held["IsDefaultVersion"] = name == version
    policy["DefaultVersionId"] = version
    return iam._xml(200, "SetDefaultPolicyVersionResponse", "", ns="iam")


def install():
    iam._IAM_HANDLERS["SetDefaultPolicyVersion"] = set_default_policy_version
