#!/usr/bin/env bash
# Looks at one stack, writes what it says into a file and into the summary of the job, and found=true or found=false for
# GITHUB_OUTPUT. It fails where the command could not do its work: then nobody knows whether there is something to find.
#
#   COMMAND=verify STACK=dev GITHUB_OUTPUT=file GITHUB_STEP_SUMMARY=file observe.sh FILE
set -euo pipefail
code=0
if [ "$COMMAND" = review ]; then
  npx instance-profiles review --stack "$STACK" --format markdown > "$1" || code=$?
else
  npx instance-profiles "$COMMAND" --stack "$STACK" > "$1.txt" || code=$?
  # Tags and names in AWS are words of others, and none of them ends the block.
  {
    echo '```text'
    tr '`' "'" < "$1.txt"
    echo '```'
  } > "$1"
fi
cat "$1" >> "$GITHUB_STEP_SUMMARY"
case $code in
  0) echo found=false >> "$GITHUB_OUTPUT" ;;
  1) echo found=true >> "$GITHUB_OUTPUT" ;;
  *) exit "$code" ;;
esac
