#!/usr/bin/env bash
# Keeps one open issue of a title: opens it with a text, writes the text anew where it is open, or closes it.
#
#   GH_TOKEN=… GITHUB_REPOSITORY=owner/name TITLE=… OPEN=true issue.sh FILE
set -euo pipefail
issues="repos/$GITHUB_REPOSITORY/issues"
# GitHub takes 65,536 characters.
head -c 65000 "$1" > issue.md
open=$(gh api --paginate "$issues?state=open&per_page=100" \
  --jq '.[] | select(.pull_request == null and .user.type == "Bot" and .title == env.TITLE) | .number')
number=$(head -n 1 <<< "$open")
if [ "$OPEN" = true ] && [ -n "$number" ]; then
  gh api --method PATCH "$issues/$number" --field body=@issue.md --silent
elif [ "$OPEN" = true ]; then
  gh api --method POST "$issues" --raw-field title="$TITLE" --field body=@issue.md --silent
elif [ -n "$number" ]; then
  gh api --method POST "$issues/$number/comments" --raw-field body="Nothing is found any more." --silent
  gh api --method PATCH "$issues/$number" --raw-field state=closed --raw-field state_reason=completed --silent
fi
