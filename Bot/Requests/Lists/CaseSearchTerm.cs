using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>What an official typed into the search box.</summary>
internal abstract partial record CaseSearchTerm
{
    private CaseSearchTerm() { }

    /// <summary>A whole case number.</summary>
    internal sealed record Number(CaseNumber Value) : CaseSearchTerm;

    /// <summary>Digits and dashes: a part of a case number, and unless <c>HN</c> stands before it also the beginning of a tax
    /// code.</summary>
    internal sealed record NumberPart(string Part, bool MayBeTaxCode) : CaseSearchTerm
    {
        /// <summary>The digits of a telephone number, of which at least nine are needed; null when it cannot be one.</summary>
        public string? Phone =>
            MayBeTaxCode && Part.Replace("-", "", StringComparison.Ordinal) is { Length: >= 9 and <= 11 } digits && digits[0] == '0'
                ? digits
                : null;

        /// <summary>One or two digits alone are the serial of a case, without its zeros.</summary>
        public int? Serial => Part.Length <= 2 && int.TryParse(Part, out var serial) ? serial : null;
    }

    /// <summary>Words of the request, folded; none when nothing can match.</summary>
    internal sealed record Words(IReadOnlyList<string> All) : CaseSearchTerm
    {
        public string Phrase => string.Join(' ', All);
    }

    /// <summary>Null for an empty text.</summary>
    public static CaseSearchTerm? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (CaseNumber.TryParse(text, out var number))
        {
            return new Number(number);
        }

        if (NumberPartRegex().Match(text.Trim()) is { Success: true } match)
        {
            return new NumberPart(SeparatorRegex().Replace(match.Groups["part"].Value, "-").Trim('-'), !match.Groups["prefix"].Success);
        }

        return new Words(VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
    }

    [GeneratedRegex(@"\A(?<prefix>hn[\s-]*)?(?<part>[0-9][0-9\s-]*)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPartRegex();

    [GeneratedRegex(@"[\s-]+")]
    private static partial Regex SeparatorRegex();
}
