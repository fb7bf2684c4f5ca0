using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.BotFramework.Dialogs;

/// <summary>Normalizes answers for comparison: without diacritics, case and punctuation.</summary>
internal static class PromptText
{
    private static readonly string[] OrdinalPrefixes = ["so ", "cau ", "muc ", "lua chon ", "number ", "option ", "no "];

    /// <summary>
    /// Lower case, diacritics removed, <c>đ</c> as <c>d</c>, runs of other characters than letters and digits as one space.
    /// </summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var c in Decompose(text ?? ""))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The number in "2", "số 2" or "option 2"; null for anything else.</summary>
    public static int? ParseOrdinal(string folded)
    {
        var prefix = Array.Find(OrdinalPrefixes, l => folded.StartsWith(l, StringComparison.Ordinal));
        return int.TryParse(folded.AsSpan(prefix?.Length ?? 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>True when the text contains these words consecutively, as whole words.</summary>
    public static bool ContainsWords(string folded, string words) => $" {folded} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Decomposes the text; unpaired surrogates become U+FFFD.</summary>
    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKD);
        }
    }
}
