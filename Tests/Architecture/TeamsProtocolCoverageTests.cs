using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>The table in docs/teams.md lists the tests that cover each case of the protocol; every listed test must exist.</summary>
public sealed partial class TeamsProtocolCoverageTests
{
    private static readonly (int Case, string[] Tests)[] CoveredCases =
    [
        .. from line in File.ReadLines(SourceTree.Combine("docs", "teams.md"))
        let match = LineRegex().Match(line)
        where match.Success
        select (
            int.Parse(match.Groups["case"].ValueSpan, CultureInfo.InvariantCulture),
            TestNameRegex().Matches(match.Groups["tests"].Value).Select(m => m.Groups["name"].Value).ToArray()
        ),
    ];

    /// <summary>Numbers that the protocol's list does not use, and 63: the bot reads no member lists.</summary>
    private static readonly int[] OmittedCases = [44, 63, 90];

    [Fact]
    public void Every_case_from_36_to_95_has_one_line_with_its_tests()
    {
        Assert.Equal(Enumerable.Range(36, 60).Except(OmittedCases), CoveredCases.Select(line => line.Case));
        Assert.DoesNotContain(CoveredCases, line => line.Tests.Length == 0);
    }

    [Fact]
    public void Every_named_test_exists()
    {
        var known = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(method => method.GetCustomAttributes<FactAttribute>(inherit: true).Any())
                    .Select(method => $"{type.Name}.{method.Name}")
            )
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(CoveredCases.SelectMany(line => line.Tests), test => !known.Contains(test));
    }

    [GeneratedRegex(@"^\| (?<case>\d{2}) \|[^|]+\|(?<tests>[^|]+)\|$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineRegex();

    [GeneratedRegex(@"`(?<name>[\w.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestNameRegex();
}
