using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// References to the amounts of the rule tables: <c>{{support-amounts.consulting-small.cap}}</c> is written as <c>100 triệu đồng</c> or
/// <c>VND 100 million</c> when a text is loaded.
/// </summary>
public static partial class AmountReferences
{
    private const string EnglishPart = "\n# English\n";

    /// <summary>An article's text with its references written out, in English from the heading “# English” on.</summary>
    /// <param name="path">For the problems.</param>
    internal static string InArticle(string path, string text, Func<DefinedAmount, Lang, string> write, List<Problem> problems)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return text;
        }

        var english = text.IndexOf(EnglishPart, StringComparison.Ordinal);
        return Reference()
            .Replace(
                text,
                found =>
                {
                    if (AmountTable.Default.Find(found.Groups["id"].Value) is { } amount)
                    {
                        return write(amount, english >= 0 && found.Index > english ? Lang.En : Lang.Vi);
                    }

                    problems.Add(
                        new Problem(
                            path,
                            text.AsSpan(0, found.Index).Count('\n') + 1,
                            "amount",
                            new LocalizedText(
                                $"Không có mức “{found.Groups["id"].Value}” trong các bảng quy tắc.",
                                $"The rule tables have no amount “{found.Groups["id"].Value}”."
                            )
                        )
                    );
                    return found.Value;
                }
            );
    }

    /// <summary>The ids to which a text refers.</summary>
    public static IEnumerable<string> In(string text) => Reference().Matches(text).Select(match => match.Groups["id"].Value);

    /// <summary>A text of a table with its references written out.</summary>
    /// <exception cref="InvalidDataException">No table defines an amount.</exception>
    internal static string InText(string text, Lang lang) =>
        text.Contains("{{", StringComparison.Ordinal)
            ? Reference()
                .Replace(
                    text,
                    found =>
                        AmountTable.Default.Find(found.Groups["id"].Value)?.Write(lang)
                        ?? throw new InvalidDataException($"The rule tables have no amount “{found.Groups["id"].Value}”.")
                )
            : text;

    [GeneratedRegex(@"\{\{(?<id>[A-Za-z][A-Za-z0-9.-]*)\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
