#!/usr/bin/env bash
# Prints one file of an artifact of a run, and nothing where the run has no such artifact. The file may come from the code of a
# pull request: it is only printed, and one of more than 16 MiB is cut off, which no reader takes for whole.
#
#   GH_TOKEN=… GITHUB_REPOSITORY=owner/name artifact.sh RUN NAME FILE
set -euo pipefail
export NAME=$2
id=$(gh api "repos/$GITHUB_REPOSITORY/actions/runs/$1/artifacts?per_page=100" \
  --jq '[.artifacts[] | select(.name == env.NAME and .expired == false)] | last | .id // empty')
if [ -z "$id" ]; then exit 0; fi
folder=$(mktemp --directory)
gh api "repos/$GITHUB_REPOSITORY/actions/artifacts/$id/zip" > "$folder/artifact.zip"
# A pipe that closes early is how a file that is too long ends.
{ unzip -p "$folder/artifact.zip" "$3" || true; } | head --bytes=16777216
