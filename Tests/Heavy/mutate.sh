#!/usr/bin/env bash
# Mutation testing of one part of the sources: changes the code in small ways and counts how many changes a test notices.
#   Tests/Heavy/mutate.sh PART [options of dotnet-stryker]
# The report is written to Tests/Heavy/mutation/PART. Takes minutes to hours; docs/testing.md has the figures.
set -euo pipefail
cd "$(dirname "$0")"

case "${1:?which part: authentication, checking, rules, requests or deadlines}" in
authentication) project=Bot folder=BotFramework/Authentication tests='FullyQualifiedName~Tests.BotFramework.Authentication' ;;
checking) project=Knowledge folder=Answers/Checking tests='FullyQualifiedName~Tests.Knowledge.Checking' ;;
rules) project=Knowledge folder=Rules tests='FullyQualifiedName~Tests.Knowledge.Rules' ;;
requests) project=Bot folder=Requests/Rules tests='FullyQualifiedName~Tests.Requests' ;;
deadlines) project=Bot folder=Requests/Deadlines tests='FullyQualifiedName~Tests.Requests' ;;
*) echo "unknown part: $1" >&2; exit 2 ;;
esac

part=$1
shift
mkdir -p "mutation/$part"
cat >"mutation/$part/stryker-config.json" <<JSON
{
  "stryker-config": {
    "project": "$project.csproj",
    "test-projects": ["$PWD/../Tests.csproj"],
    "mutate": ["**/$folder/**/*.cs"],
    "test-case-filter": "$tests",
    "ignore-methods": ["Log*", "ConfigureAwait", "ThrowIfNull"],
    "reporters": ["json", "html", "cleartext"],
    "thresholds": { "high": 95, "low": 85, "break": 0 }
  }
}
JSON
# Analyzers judge the style of sources, which mutation spoils.
export RunAnalyzers=false RunAnalyzersDuringBuild=false EnforceCodeStyleInBuild=false
dotnet tool restore >/dev/null
dotnet stryker --config-file "mutation/$part/stryker-config.json" --output "mutation/$part" "$@"
