"""checkov and parliament, asked by scanners.ts.

checkov is asked through its Python API: the IAM checks that it has for `aws_iam_policy` of Terraform, with the document
parsed as its runner hands it to them. Five of them are cloudsplaining's. What its runner does around them (reading
files, a graph) is left out in its favour.
"""

import json
import logging

from scanner_answers import answer

logging.disable(logging.CRITICAL)

import checkov.terraform.checks.resource  # noqa: E402, F401 - fills the registry
import parliament  # noqa: E402
from checkov.terraform.checks.resource.registry import resource_registry  # noqa: E402
from checkov.terraform.checks.utils.base_cloudsplaining_iam_scanner import (  # noqa: E402
    BaseTerraformCloudsplainingIAMScanner as Cloudsplaining,
)

CHECKS = resource_registry.get_checks("aws_iam_policy")
STAR_CHECKS = [check for check in CHECKS if check.id in ("CKV_AWS_62", "CKV_AWS_63")]


def by_checkov(checks, text):
    conf = {"policy": [json.loads(text)]}
    # It keeps documents by the name of the resource, and all are one resource here.
    Cloudsplaining.policy_document_cache.clear()
    for check in checks:
        check.entity_path, check.entity_type, check.evaluated_keys = "it", "aws_iam_policy", []
        if check.scan_resource_conf(conf).name == "FAILED":
            yield check.id


def by_parliament(text):
    try:
        findings = parliament.analyze_policy_string(text).findings
    except Exception:  # It knows no condition keys that hold a list of ARNs.
        yield "(ended with an exception)"
    else:
        yield from (finding.issue for finding in findings)


answer(
    {
        "checkov": lambda text: by_checkov(CHECKS, text),
        "checkov-star": lambda text: by_checkov(STAR_CHECKS, text),
        "parliament": by_parliament,
    }
)
