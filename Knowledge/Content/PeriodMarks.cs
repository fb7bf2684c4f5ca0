using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>Takes the references <c>{@id}</c> out of a section's text.</summary>
internal static partial class PeriodMarks
{
    public static (string Markdown, IReadOnlyList<PeriodMark> Marks) Extract(string markdown)
    {
        if (!markdown.Contains("{@", StringComparison.Ordinal))
        {
            return (markdown, []);
        }

        var marks = new List<PeriodMark>();
        var text = new StringBuilder();
        var end = 0;
        foreach (Match mark in MarkRegex().Matches(markdown))
        {
            text.Append(markdown, end, mark.Index - end);
            marks.Add(new PeriodMark(text.Length, mark.Groups["id"].Value));
            end = mark.Index + mark.Length;
        }

        return (text.Append(markdown, end, markdown.Length - end).ToString(), marks);
    }

    [GeneratedRegex(@" ?\{@(?<id>[a-z][a-z0-9-]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex MarkRegex();
}
