using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// References to the amounts of the rule tables: <c>{{support-amounts.consulting-small.cap}}</c> is written as <c>100 triệu đồng</c> or
/// <c>VND 100 million</c> when a text is loaded.
/// </summary>
public static partial class AmountReferences
{
    private const string EnglishHeading = "\n# English\n";

    /// <summary>An article's text with its references written out, in English from the heading “# English” on.</summary>
    /// <param name="path">For the problems.</param>
    internal static string ExpandInArticle(string path, string text, Func<DefinedAmount, Lang, string> format, List<Problem> problems)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return text;
        }

        var englishStart = text.IndexOf(EnglishHeading, StringComparison.Ordinal);
        return ReferenceRegex()
            .Replace(
                text,
                match =>
                {
                    if (AmountTable.Default.Find(match.Groups["id"].Value) is { } amount)
                    {
                        return format(amount, englishStart >= 0 && match.Index > englishStart ? Lang.En : Lang.Vi);
                    }

                    problems.Add(
                        new Problem(
                            path,
                            text.AsSpan(0, match.Index).Count('\n') + 1,
                            "amount",
                            new LocalizedText(
                                $"Không có mức “{match.Groups["id"].Value}” trong các bảng quy tắc.",
                                $"The rule tables have no amount “{match.Groups["id"].Value}”."
                            )
                        )
                    );
                    return match.Value;
                }
            );
    }

    /// <summary>The ids to which a text refers.</summary>
    public static IEnumerable<string> FindIds(string text) => ReferenceRegex().Matches(text).Select(match => match.Groups["id"].Value);

    /// <summary>A text of a table with its references written out.</summary>
    /// <exception cref="InvalidDataException">No table defines an amount.</exception>
    internal static string ExpandInText(string text, Lang lang) =>
        text.Contains("{{", StringComparison.Ordinal)
            ? ReferenceRegex()
                .Replace(
                    text,
                    match =>
                        AmountTable.Default.Find(match.Groups["id"].Value)?.Format(lang)
                        ?? throw new InvalidDataException($"The rule tables have no amount “{match.Groups["id"].Value}”.")
                )
            : text;

    [GeneratedRegex(@"\{\{(?<id>[A-Za-z][A-Za-z0-9.-]*)\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex ReferenceRegex();
}
