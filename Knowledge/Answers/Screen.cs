using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// First step: what a person typed, without what a person cannot see. Invisible characters (zero-width, Unicode tags, controls)
/// carry hidden orders and break matching; nothing after this step meets them.
/// </summary>
internal static class Screen
{
    /// <summary>Longer messages are read up to here, in UTF-16 code units; a question does not need more.</summary>
    public const int MaxLength = 2000;

    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= MaxLength)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                AppendSpace(clean);
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                     or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd().Normalize(NormalizationForm.FormKC);
    }

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }
}
