"""Answers each line of input, the name of a scanner, with one line of JSON: what it finds in all documents; see scanners.ts."""

import json
import sys
import time
from pathlib import Path


def judge(scanner, documents):
    flagged = {}
    started = time.perf_counter()
    for name, text in documents.items():
        for issue in set(scanner(text)):
            flagged.setdefault(issue, []).append(name)
    return {"seconds": time.perf_counter() - started, "flagged": flagged}


def answer(scanners):
    """Takes functions from the text of a document to the issues in it, by name; the file of documents is the argument."""
    documents = json.loads(Path(sys.argv[1]).read_text())
    texts = {name: json.dumps(document) for name, document in documents.items()}
    for line in sys.stdin:
        print(json.dumps(judge(scanners[line.strip()], texts)), flush=True)
