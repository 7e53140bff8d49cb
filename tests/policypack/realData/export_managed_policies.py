"""Writes the AWS-managed policies that moto ships, by name, as JSON: their documents, or also path and version.

Only the pinned wheels are downloaded, and read without importing them:
python export_managed_policies.py TARGET [--with-versions]
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
HERE = Path(__file__).parent


def download(requirements, folder):
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"]
    options = ["--no-cache-dir", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    subprocess.run([*pip, *options, "--requirement", str(requirements), "--dest", folder], check=True)
    (wheel,) = Path(folder).glob("moto-*.whl")
    return wheel


def managed_policies(source):
    """The one text in the module is a JSON map of policies by name."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "aws_managed_policies_data":
            return json.loads(ast.literal_eval(node.value))
    raise SystemExit(f"{MODULE} holds no aws_managed_policies_data: moto keeps its policies elsewhere now")


def policies_of(requirements):
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(download(requirements, folder)) as wheel:
        return managed_policies(wheel.read(MODULE).decode())


def retired_policies():
    """What only older versions hold, from the newest of them that does."""
    policies = {}
    for line in (HERE / "retired.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            requirements = Path(folder) / "requirements.txt"
            requirements.write_text(line)
            policies = {**policies_of(requirements), **policies}
    return policies


def described(policy):
    return {
        "path": policy["Path"],
        "version": policy["DefaultVersionId"],
        "document": policy["Document"],
    }


def main(target, with_versions):
    current = policies_of(HERE / "requirements.txt")
    if with_versions:
        policies = {**retired_policies(), **current}
        written = {name: described(policy) for name, policy in sorted(policies.items())}
    else:
        written = {name: policy["Document"] for name, policy in sorted(current.items())}
    # Test files run at the same time: a reader must never see half of it.
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}")
    part.write_text(json.dumps(written))
    part.rename(target)


main(Path(sys.argv[1]), "--with-versions" in sys.argv[2:])
