using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Architecture;

/// <summary>docs/teams.md says which test holds which case of the protocol: it must not promise what is not there.</summary>
public sealed partial class ConformanceTests
{
    private static readonly (int Case, string[] Tests)[] Lines =
    [
        .. from line in File.ReadLines(Repository.Combine("docs", "teams.md"))
        let match = Line().Match(line)
        where match.Success
        select (
            int.Parse(match.Groups["case"].ValueSpan, CultureInfo.InvariantCulture),
            Test().Matches(match.Groups["tests"].Value).Select(m => m.Groups["name"].Value).ToArray()
        ),
    ];

    /// <summary>Numbers that the protocol's list leaves out, and 63: the bot reads no member lists.</summary>
    private static readonly int[] Unused = [44, 63, 90];

    [Fact]
    public void Every_case_from_36_to_95_has_one_line_with_its_tests()
    {
        Assert.Equal(Enumerable.Range(36, 60).Except(Unused), Lines.Select(line => line.Case));
        Assert.DoesNotContain(Lines, line => line.Tests.Length == 0);
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
        Assert.DoesNotContain(Lines.SelectMany(line => line.Tests), test => !known.Contains(test));
    }

    [GeneratedRegex(@"^\| (?<case>\d{2}) \|[^|]+\|(?<tests>[^|]+)\|$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"`(?<name>[\w.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();
}
