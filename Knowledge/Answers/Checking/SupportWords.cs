using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>Classifies the words of a sentence for the comparison of two sentences.</summary>
internal static partial class SupportWords
{
    private static readonly FrozenSet<string> NegationsVi = ToSet("không chưa chẳng chớ đừng ko");
    private static readonly FrozenSet<string> NegationsEn = ToSet("not no never cannot without none neither nor");
    private static readonly FrozenSet<string> ConditionsVi = ToSet("nếu trừ chỉ");
    private static readonly FrozenSet<string> ConditionsEn = ToSet("if unless except only provided");
    private static readonly FrozenSet<string> CriticalVi = ToSet(
        "phải buộc miễn tất mọi luôn chắc cam bảo cấm toàn duy ngay duyệt hưởng tặng thưởng trên dưới vượt hơn atmost atleast"
    );
    private static readonly FrozenSet<string> CriticalEn = ToSet(
        "must shall always all every any guarantee guaranteed free immediately required mandatory prohibited approved exempt "
            + "over under above below more less atmost atleast"
    );
    private static readonly FrozenSet<string> NeutralVi = ToSet(
        "anh chị cụ thể theo quy định hiện hành lưu ý ngoài đồng thời trong đó mức này"
    );
    private static readonly FrozenSet<string> NeutralEn = ToSet(
        "you your namely also according please note addition specifically currently this"
    );

    /// <returns>Null for words without meaning of their own.</returns>
    /// <param name="word">Normalised by <see cref="VietnameseText.SplitIntoWords"/>.</param>
    public static SupportToken? Classify(string word, Lang lang)
    {
        var isEnglish = lang == Lang.En;
        if ((isEnglish ? NegationsEn : NegationsVi).Contains(word))
        {
            return new(TokenKind.Negation, "no");
        }

        if ((isEnglish ? ConditionsEn : ConditionsVi).Contains(word))
        {
            return new(TokenKind.Condition, word);
        }

        var form = isEnglish ? WordForms.ToLoose(lang, word) : WordForms.ToExact(lang, word);
        if ((isEnglish ? CriticalEn : CriticalVi).Contains(word))
        {
            return new(TokenKind.Critical, form);
        }

        return (isEnglish ? NeutralEn : NeutralVi).Contains(word) || StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) < 1
            ? null
            : new(TokenKind.Content, form);
    }

    /// <summary>Joins words that have one meaning together, and phrases that only look like a negation.</summary>
    public static string JoinPhrases(string text, Lang lang) =>
        lang == Lang.En
            ? ContractedNotRegex()
                .Replace(
                    AtLeastEnRegex().Replace(AtMostEnRegex().Replace(SizesEnRegex().Replace(text, "smallandmedium"), "atmost"), "atleast"),
                    " not"
                )
            : AtLeastViRegex()
                .Replace(
                    AtMostViRegex().Replace(SizesViRegex().Replace(MicroViRegex().Replace(text, "siêunhỏ"), "nhỏvàvừa"), "atmost"),
                    "atleast"
                );

    /// <summary>The kind of limit that the words around a figure make it.</summary>
    /// <param name="textBefore">The folded text before the figure.</param>
    /// <param name="textAfter">The folded text after the figure.</param>
    public static LimitKind FindLimit(string textBefore, string textAfter)
    {
        textBefore = textBefore.Length > 40 ? textBefore[^40..] : textBefore;
        textAfter = textAfter.Length > 20 ? textAfter[..20] : textAfter;
        return OrMoreRegex().IsMatch(textAfter) ? LimitKind.AtLeast
            : OrLessRegex().IsMatch(textAfter) ? LimitKind.AtMost
            : AtMostBeforeRegex().IsMatch(textBefore) ? LimitKind.AtMost
            : AtLeastBeforeRegex().IsMatch(textBefore) ? LimitKind.AtLeast
            : BelowRegex().IsMatch(textBefore) ? LimitKind.Below
            : AboveRegex().IsMatch(textBefore) ? LimitKind.Above
            : BeforeRegex().IsMatch(textBefore) ? LimitKind.Before
            : AfterRegex().IsMatch(textBefore) ? LimitKind.After
            : UntilRegex().IsMatch(textBefore) ? LimitKind.Until
            : AboutRegex().IsMatch(textBefore) ? LimitKind.About
            : LimitKind.None;
    }

    private static FrozenSet<string> ToSet(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"siêu\s+nhỏ", RegexOptions.IgnoreCase)]
    private static partial Regex MicroViRegex();

    [GeneratedRegex(@"(?<!\p{L})(?:nhỏ\s+và\s+vừa|vừa\s+và\s+nhỏ)", RegexOptions.IgnoreCase)]
    private static partial Regex SizesViRegex();

    [GeneratedRegex(@"\bsmall[\s-](?:and|or)[\s-]medium(?:[\s-]sized)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SizesEnRegex();

    [GeneratedRegex(@"(?<!\p{L})(?:không\s+(?:quá|vượt quá|vượt|cao hơn|nhiều hơn)|tối đa|nhiều nhất)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex AtMostViRegex();

    [GeneratedRegex(@"(?<!\p{L})(?:tối thiểu|ít nhất|không\s+(?:dưới|ít hơn|thấp hơn))(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeastViRegex();

    [GeneratedRegex(
        @"\b(?:(?:no|not)\s+(?:more|later)\s+than|not\s+exceed(?:ing)?|up\s+to|at\s+most|maximum(?:\s+of)?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AtMostEnRegex();

    [GeneratedRegex(@"\b(?:(?:no|not)\s+(?:less|fewer|earlier)\s+than|at\s+least|minimum(?:\s+of)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeastEnRegex();

    [GeneratedRegex(@"n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex ContractedNotRegex();

    [GeneratedRegex(@"^\W*(?:tro len|or more|or above|and above|or later)\b")]
    private static partial Regex OrMoreRegex();

    [GeneratedRegex(@"^\W*(?:tro xuong|or less|or fewer|or below)\b")]
    private static partial Regex OrLessRegex();

    [GeneratedRegex(
        @"(?:toi da|khong (?:qua|vuot(?: qua)?|cao hon|nhieu hon)|nhieu nhat|up to|at most|(?:no|not) (?:more"
            + @"|later) than|not exceed(?:ing)?|maximum(?: of)?|capped at|cham nhat)(?: la| bang| trong| vnd|:)?\W*$"
    )]
    private static partial Regex AtMostBeforeRegex();

    [GeneratedRegex(@"(?:toi thieu|it nhat|at least|(?:no|not) (?:less|fewer|earlier) than|minimum(?: of)?)(?: la| bang| vnd|:)?\W*$")]
    private static partial Regex AtLeastBeforeRegex();

    [GeneratedRegex(@"(?:duoi|thap hon|nho hon|it hon|under|below|(?:less|fewer|lower) than)(?: vnd)?\W*$")]
    private static partial Regex BelowRegex();

    [GeneratedRegex(@"(?:tren|hon|vuot|over|above|more than|exceed(?:s|ing)?)(?: vnd)?\W*$")]
    private static partial Regex AboveRegex();

    [GeneratedRegex(@"(?:truoc|before|prior to)(?: ngay)?\W*$")]
    private static partial Regex BeforeRegex();

    [GeneratedRegex(@"(?:sau|ke tu|after|since)(?: ngay)?\W*$")]
    private static partial Regex AfterRegex();

    [GeneratedRegex(@"(?:den het|den|until|till|through)(?: ngay)?\W*$")]
    private static partial Regex UntilRegex();

    [GeneratedRegex(@"(?:khoang|gan|about|around|nearly|approximately)(?: vnd)?\W*$")]
    private static partial Regex AboutRegex();
}
