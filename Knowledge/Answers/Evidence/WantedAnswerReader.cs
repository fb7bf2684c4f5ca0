using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>The kind of figure or place that a question asks for; several when its words leave it open.</summary>
[Flags]
internal enum AnswerKinds
{
    None = 0,
    Percent = 1,
    Money = 2,
    Period = 4,
    Date = 8,
    Number = 16,
    Place = 32,
}

internal static partial class WantedAnswerReader
{
    /// <summary>An amount that is asked for without a unit can be money, a share or a number.</summary>
    private const AnswerKinds AnyAmount = AnswerKinds.Percent | AnswerKinds.Money | AnswerKinds.Number;

    /// <param name="folded">Lower case, without diacritics and punctuation.</param>
    /// <param name="typed">As typed, for the per cent sign.</param>
    public static AnswerKinds FindWanted(string folded, string typed)
    {
        var wanted = AnswerKinds.None;
        if (PercentRegex().IsMatch(folded) || PercentSignRegex().IsMatch(typed))
        {
            wanted |= AnswerKinds.Percent;
        }

        if (PeriodRegex().IsMatch(folded))
        {
            wanted |= AnswerKinds.Period;
        }

        if (DateRegex().IsMatch(folded))
        {
            wanted |= AnswerKinds.Date;
        }

        if (MoneyRegex().IsMatch(folded))
        {
            wanted |= AnswerKinds.Money;
        }

        if (
            PlaceRegex().Match(folded) is { Success: true } place
            && !(place.Value.EndsWith("dau", StringComparison.Ordinal) && IsFirst(typed))
        )
        {
            wanted |= AnswerKinds.Place;
        }

        return wanted == AnswerKinds.None && AmountRegex().IsMatch(folded) ? AnyAmount : wanted;
    }

    /// <summary>"đầu" (first) is no "đâu" (where), though both lose their marks.</summary>
    private static bool IsFirst(string typed) =>
        typed.Contains("đầu", StringComparison.OrdinalIgnoreCase)
        && !typed.Contains("đâu", StringComparison.OrdinalIgnoreCase)
        && !typed.Contains("dau", StringComparison.OrdinalIgnoreCase);

    /// <summary>The indices of interrogative words, which occur in no statement.</summary>
    public static HashSet<int> FindAskingWords(IReadOnlyList<string> folded)
    {
        var indices = new HashSet<int>();
        var text = string.Join(' ', folded);
        foreach (var match in AskingRegex().EnumerateMatches(text))
        {
            var first = text.AsSpan(0, match.Index).Count(' ');
            var last = first + text.AsSpan(match.Index, match.Length).Count(' ');
            indices.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return indices;
    }

    /// <summary>The kinds of figures and places that a statement contains.</summary>
    public static AnswerKinds FindKinds(string text, Lang lang)
    {
        var kinds = AnswerKinds.None;
        foreach (var figure in FigureReader.Read(text, lang))
        {
            kinds |= figure.Kind switch
            {
                FigureKind.Percent => AnswerKinds.Percent,
                FigureKind.Money => AnswerKinds.Money,
                FigureKind.Period => AnswerKinds.Period,
                FigureKind.Date => AnswerKinds.Date,
                FigureKind.Number => AnswerKinds.Number,
                _ => AnswerKinds.None,
            };
        }

        return OfficeOrSiteRegex().IsMatch(text) ? kinds | AnswerKinds.Place : kinds;
    }

    [GeneratedRegex(
        @"\b((bao nhieu|bn|bnhieu|may|mi|nhieu|nhiu) (phan tram|phan von|pt)|phan tram|ty le|lai suat|muc lai|thue suat"
            + @"|tinh lai|lai tinh|lai (bao nhieu|bn|may)|percent(age)?|per cent|interest|(tax|interest|lending) rate|what "
            + @"share)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PercentRegex();

    [GeneratedRegex(
        @"(mấy|may|nhiêu|nhieu|bn|nhiu)\s*%",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PercentSignRegex();

    [GeneratedRegex(
        @"\b(bao lau|(bao nhieu|bn|may|mi|mays) (ngay|thang|nam|tuan|gio|tieng)|trong may|thoi han|thoi gian|ky han|how "
            + @"long|how many (working |business )?(days|weeks|months|years|hours)|term|time limit)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PeriodRegex();

    [GeneratedRegex(
        @"\b(khi nao|bao gio|bao h|luc nao|(den|toi|tu|truoc|vao|han) (ngay|hom|luc) (nao|may)|ngay nao|ngay may|hom nao"
            + @"|han chot|han cuoi|tu dau nam nao|nam nao|when|(from |by )?what (date|day)|which (date|day|year)|since when"
            + @"|until when|deadline)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DateRegex();

    [GeneratedRegex(
        @"\b((bao nhieu|bn|may|mi) (tien|trieu|ty|nghin|ngan|dong|tr|cu|toi)|how much( money)?|how many (million"
            + @"|billion)|le phi|phi bao nhieu|muc phi|fee)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MoneyRegex();

    [GeneratedRegex(
        @"\b((nop|gui|hoi|lam|dang ky|xin|tra|bao|nam|mua|lay|tim|kiem|xem|vao) (o )?(dau|cho nao|noi nao)|o (dau|cho "
            + @"nao|noi nao)|cho nao|noi nao|co quan nao|don vi nao|phong nao|so nao|where|which (office|agency|body"
            + @"|department|portal|website))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PlaceRegex();

    [GeneratedRegex(
        @"\b(bao nhieu|bn|bnhieu|nhieu|nhiu|may|toi da|tran|max(imum)?|toi thieu|it nhat|how many|ceiling|limit|minimum|amount)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AmountRegex();

    [GeneratedRegex(
        @"\b(bao nhieu|bnhieu|bn|bao lau|khi nao|bao gio|bao h|luc nao|ngay nao|the nao|ra sao|o dau|cho nao|noi nao|la "
            + @"gi|may|nao|dau|gi|sao|how (much|many|long)|when|where|what|which)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AskingRegex();

    // Names of bodies begin with a capital letter; sites have their domain.
    [GeneratedRegex(
        @"\b(Sở|Ủy ban|Cục|Thuế thành phố|Thuế Thành phố|Bộ|Phòng Đăng ký|Trung tâm|Cổng|Quỹ|Ngân hàng|Công an"
            + @"|Department|Committee|Ministry|Centre|Center|Portal|Office|Hanoi City Tax|Bank|Fund)\b|[a-z0-9-]+\.(gov\.vn|vn"
            + @"|com)\b|\b(1022|113)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OfficeOrSiteRegex();
}
