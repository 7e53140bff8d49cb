#!/usr/bin/env bash
# Prints number=, head= and base= of the pull request that an event is about, for GITHUB_OUTPUT; nothing where it is closed or
# has another commit by now. All of it comes from GitHub, and nothing from the pull request's own run: an artifact of it could
# name the pull request of somebody else.
#
#   GH_TOKEN=… GITHUB_REPOSITORY=owner/name GITHUB_EVENT_PATH=file pullRequest.sh
set -euo pipefail
shown='"number=\(.number)", "head=\(.head.sha)", "base=\(.base.sha)"'
if jq --exit-status '.pull_request' "$GITHUB_EVENT_PATH" > /dev/null; then
  jq --raw-output ".pull_request | $shown" "$GITHUB_EVENT_PATH"
else
  SHA=$(jq --raw-output '.workflow_run.head_sha' "$GITHUB_EVENT_PATH")
  export SHA
  # GitHub lists the pull requests of a run only where they come from the same repository.
  branch=$(jq --raw-output '.workflow_run | "\(.head_repository.owner.login):\(.head_branch)"' "$GITHUB_EVENT_PATH")
  gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" --raw-field state=open --raw-field head="$branch" \
    --jq "map(select(.head.sha == env.SHA)) | .[0] | select(. != null) | $shown"
fi
