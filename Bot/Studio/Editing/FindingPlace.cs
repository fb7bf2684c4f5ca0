using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Studio.Editing;

/// <summary>Finds the field or the section of a line of an article's file, so that a finding stands where it is mended.</summary>
internal static class FindingPlace
{
    /// <returns>The name of a field of the front matter, or <c>vi:amount</c> for a section.</returns>
    public static string Find(string text, int line)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var fences = 0;
        var (place, language) = ("", "vi");
        foreach (var one in lines.Take(Math.Clamp(line, 1, lines.Length)))
        {
            if (one == "---")
            {
                fences++;
            }
            else if (fences < 2)
            {
                place =
                    one.Length > 0 && char.IsLetter(one[0]) && one.IndexOf(':', StringComparison.Ordinal) is > 0 and var end
                        ? one[..end]
                        : place;
            }
            else if (one.StartsWith("# ", StringComparison.Ordinal))
            {
                (language, place) = (one.Trim() == "# English" ? "en" : "vi", "");
            }
            else if (
                one.StartsWith("## ", StringComparison.Ordinal)
                && one.LastIndexOf("{#", StringComparison.Ordinal) is > 0 and var id
                && one.TrimEnd().EndsWith('}')
            )
            {
                place = $"{language}:{one.TrimEnd()[(id + 2)..^1]}";
            }
        }

        return place;
    }

    /// <summary>The findings by their places.</summary>
    public static ILookup<string, LocalizedText> Group(string text, IEnumerable<Problem> findings) =>
        findings.ToLookup(finding => Find(text, finding.Line), finding => finding.Reason, StringComparer.Ordinal);
}
