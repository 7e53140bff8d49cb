"""cloudsplaining, asked by scanners.ts as its `scan-policy-file` asks itself, with its own exclusions."""

import json
import logging

from scanner_answers import answer

logging.disable(logging.CRITICAL)

from cloudsplaining.output.policy_finding import PolicyFinding  # noqa: E402
from cloudsplaining.scan.policy_document import PolicyDocument  # noqa: E402
from cloudsplaining.shared.constants import DEFAULT_EXCLUSIONS_CONFIG  # noqa: E402
from cloudsplaining.shared.exclusions import Exclusions  # noqa: E402

EXCLUSIONS = Exclusions(DEFAULT_EXCLUSIONS_CONFIG)


def by_cloudsplaining(text):
    document = PolicyDocument(json.loads(text), EXCLUSIONS)
    results = PolicyFinding(document, EXCLUSIONS).results
    # It lists the services of what else it found as an issue of its own.
    yield from (
        issue
        for issue, result in results.items()
        if issue != "ServicesAffected" and result["findings"]
    )


answer({"cloudsplaining": by_cloudsplaining})
