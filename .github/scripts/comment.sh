#!/usr/bin/env bash
# Puts a text into a comment of a pull request. The first line of the text marks the comment, so that the next run finds it and
# writes it anew.
#
#   GH_TOKEN=… GITHUB_REPOSITORY=owner/name PULL_REQUEST=1 comment.sh FILE
set -euo pipefail
# GitHub takes 65,536 characters.
head -c 65000 "$1" > comment.md
MARK=$(head -n 1 comment.md)
export MARK
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
earlier=$(gh api --paginate "$comments" \
  --jq '.[] | select(.user.type == "Bot" and (.body | startswith(env.MARK))) | .id')
id=$(head -n 1 <<< "$earlier")
if [ -n "$id" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field body=@comment.md --silent
else
  gh api --method POST "$comments" --field body=@comment.md --silent
fi
