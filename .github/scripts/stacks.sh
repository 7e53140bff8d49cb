#!/usr/bin/env bash
# Prints names=["dev",…] for GITHUB_OUTPUT: every stack that the repository has a file for.
set -euo pipefail
node --print '
  const files = require("node:fs").readdirSync(".").sort();
  "names=" + JSON.stringify(files.flatMap((file) => /^Pulumi\.([\w.-]+)\.yaml$/.exec(file)?.[1] ?? []));
'
