using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>What an official typed into the search box.</summary>
internal abstract partial record CaseSearchTerm
{
    private CaseSearchTerm() { }

    /// <summary>A whole case number.</summary>
    internal sealed record Number(CaseNumber Value) : CaseSearchTerm;

    /// <summary>Digits and dashes: a part of a case number, and unless <c>HN</c> stands before it also the beginning of a tax
    /// code or the end of a telephone number.</summary>
    internal sealed record NumberPart(string Part, bool MayBeTaxCode) : CaseSearchTerm
    {
        /// <summary>The first nine digits of a telephone number; null when it cannot be one. A tax code of Hanoi begins with 01.</summary>
        public string? PhoneBeginning =>
            MayBeTaxCode && Part.Replace("-", "", StringComparison.Ordinal) is ['0', not '1', _, _, _, _, _, _, _] digits ? digits : null;

        /// <summary>The last digits of a telephone number, as people say them; null when it cannot be some.</summary>
        public string? PhoneEnd =>
            MayBeTaxCode && Part.Replace("-", "", StringComparison.Ordinal) is { Length: >= 3 and <= 7 } digits ? digits : null;

        /// <summary>One or two digits alone are the serial of a case, without its zeros.</summary>
        public int? Serial => Part.Length <= 2 && int.TryParse(Part, out var serial) ? serial : null;
    }

    /// <summary>A whole telephone number.</summary>
    /// <param name="Digits">In national form.</param>
    /// <param name="MayBeTaxCode">Digits alone are as many as a tax code has; nobody writes one with +84, dots or brackets.</param>
    internal sealed record Phone(string Digits, bool MayBeTaxCode) : CaseSearchTerm;

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

        if (PhoneRegex().IsMatch(text) && FindPhone(text) is { } phone)
        {
            return new Phone(phone, text.Trim() == phone);
        }

        if (NumberPartRegex().Match(text.Trim()) is { Success: true } match)
        {
            return new NumberPart(SeparatorRegex().Replace(match.Groups["part"].Value, "-").Trim('-'), !match.Groups["prefix"].Success);
        }

        return new Words(VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
    }

    /// <summary>The national form of a telephone number, the same for <c>+84 912…</c> and <c>0912…</c>; null if the text is none.</summary>
    public static string? FindPhone(string text) =>
        PhoneNumber.Parse(text.Trim()) switch
        {
            PhoneNumberResult.Valid { Normalized: var digits } => digits,
            PhoneNumberResult.Doubtful { Normalized: ['0', ..] and var digits } => digits,
            _ => null,
        };

    [GeneratedRegex(@"\A[0-9\s.()+-]+\z")]
    private static partial Regex PhoneRegex();

    [GeneratedRegex(@"\A(?<prefix>hn[\s-]*)?(?<part>[0-9][0-9\s-]*)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPartRegex();

    [GeneratedRegex(@"[\s-]+")]
    private static partial Regex SeparatorRegex();
}
