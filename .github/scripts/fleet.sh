#!/usr/bin/env bash
# Runs one machine's share of a fleet and puts its table into the summary of the job. The logs of stacks that failed end in
# the log of the job. The exit code is that of the command.
#
#   COMMAND=up STACKS=prod-eu,prod-us [ORGANIZATION=acme] GITHUB_STEP_SUMMARY=file fleet.sh
set -euo pipefail
options=(--stacks "$STACKS")
if [ "$COMMAND" != verify ]; then options+=(--policy-pack policypack); fi
if [ -n "${ORGANIZATION:-}" ]; then options+=(--organization "$ORGANIZATION"); fi
code=0
npx instance-profiles fleet "$COMMAND" "${options[@]}" > table.txt || code=$?
cat table.txt
{
  echo '```text'
  cat table.txt
  echo '```'
} >> "$GITHUB_STEP_SUMMARY"
if [ "$code" -ne 0 ]; then tail -n 40 .fleet/*/*.log || true; fi
exit "$code"
