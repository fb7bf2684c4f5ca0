using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>Classifies the words of a sentence for the comparison of two sentences.</summary>
internal static partial class SupportWords
{
    private static readonly FrozenSet<string> NegationsVi = Set("không chưa chẳng chớ đừng ko");
    private static readonly FrozenSet<string> NegationsEn = Set("not no never cannot without none neither nor");
    private static readonly FrozenSet<string> ConditionsVi = Set("nếu trừ chỉ");
    private static readonly FrozenSet<string> ConditionsEn = Set("if unless except only provided");
    private static readonly FrozenSet<string> CriticalVi = Set(
        "phải buộc miễn tất mọi luôn chắc cam bảo cấm toàn duy ngay duyệt hưởng tặng thưởng trên dưới vượt hơn atmost atleast"
    );
    private static readonly FrozenSet<string> CriticalEn = Set(
        "must shall always all every any guarantee guaranteed free immediately required mandatory prohibited approved exempt "
            + "over under above below more less atmost atleast"
    );
    private static readonly FrozenSet<string> NeutralVi = Set(
        "anh chị cụ thể theo quy định hiện hành lưu ý ngoài đồng thời trong đó mức này"
    );
    private static readonly FrozenSet<string> NeutralEn = Set(
        "you your namely also according please note addition specifically currently this"
    );

    /// <returns>Null for words without meaning of their own.</returns>
    /// <param name="word">Normalised by <see cref="VietnameseText.Words"/>.</param>
    public static SupportToken? Of(string word, Lang lang)
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

        var form = isEnglish ? WordForms.Loose(lang, word) : WordForms.Exact(lang, word);
        if ((isEnglish ? CriticalEn : CriticalVi).Contains(word))
        {
            return new(TokenKind.Critical, form);
        }

        return (isEnglish ? NeutralEn : NeutralVi).Contains(word) || StopWords.Weight(lang, WordForms.Exact(lang, word)) < 1
            ? null
            : new(TokenKind.Content, form);
    }

    /// <summary>Joins words that have one meaning together, and phrases that only look like a negation.</summary>
    public static string Join(string text, Lang lang) =>
        lang == Lang.En
            ? NotShort()
                .Replace(AtLeastEn().Replace(AtMostEn().Replace(SizesEn().Replace(text, "smallandmedium"), "atmost"), "atleast"), " not")
            : AtLeastVi()
                .Replace(AtMostVi().Replace(SizesVi().Replace(MicroVi().Replace(text, "siêunhỏ"), "nhỏvàvừa"), "atmost"), "atleast");

    /// <summary>The kind of limit that the words around a figure make it.</summary>
    /// <param name="before">The folded text before the figure.</param>
    /// <param name="after">The folded text after the figure.</param>
    public static Bound BoundOf(string before, string after)
    {
        before = before.Length > 40 ? before[^40..] : before;
        after = after.Length > 20 ? after[..20] : after;
        return OrMore().IsMatch(after) ? Bound.AtLeast
            : OrLess().IsMatch(after) ? Bound.AtMost
            : Most().IsMatch(before) ? Bound.AtMost
            : Least().IsMatch(before) ? Bound.AtLeast
            : Below().IsMatch(before) ? Bound.Below
            : Above().IsMatch(before) ? Bound.Above
            : Before().IsMatch(before) ? Bound.Before
            : After().IsMatch(before) ? Bound.After
            : Until().IsMatch(before) ? Bound.Until
            : About().IsMatch(before) ? Bound.About
            : Bound.None;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"siêu\s+nhỏ", RegexOptions.IgnoreCase)]
    private static partial Regex MicroVi();

    [GeneratedRegex(@"(?<!\p{L})(?:nhỏ\s+và\s+vừa|vừa\s+và\s+nhỏ)", RegexOptions.IgnoreCase)]
    private static partial Regex SizesVi();

    [GeneratedRegex(@"\bsmall[\s-](?:and|or)[\s-]medium(?:[\s-]sized)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SizesEn();

    [GeneratedRegex(@"(?<!\p{L})(?:không\s+(?:quá|vượt quá|vượt|cao hơn|nhiều hơn)|tối đa|nhiều nhất)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex AtMostVi();

    [GeneratedRegex(@"(?<!\p{L})(?:tối thiểu|ít nhất|không\s+(?:dưới|ít hơn|thấp hơn))(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeastVi();

    [GeneratedRegex(
        @"\b(?:(?:no|not)\s+(?:more|later)\s+than|not\s+exceed(?:ing)?|up\s+to|at\s+most|maximum(?:\s+of)?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AtMostEn();

    [GeneratedRegex(@"\b(?:(?:no|not)\s+(?:less|fewer|earlier)\s+than|at\s+least|minimum(?:\s+of)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeastEn();

    [GeneratedRegex(@"n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotShort();

    [GeneratedRegex(@"^\W*(?:tro len|or more|or above|and above|or later)\b")]
    private static partial Regex OrMore();

    [GeneratedRegex(@"^\W*(?:tro xuong|or less|or fewer|or below)\b")]
    private static partial Regex OrLess();

    [GeneratedRegex(
        @"(?:toi da|khong (?:qua|vuot(?: qua)?|cao hon|nhieu hon)|nhieu nhat|up to|at most|(?:no|not) (?:more"
            + @"|later) than|not exceed(?:ing)?|maximum(?: of)?|capped at|cham nhat)(?: la| bang| trong| vnd|:)?\W*$"
    )]
    private static partial Regex Most();

    [GeneratedRegex(@"(?:toi thieu|it nhat|at least|(?:no|not) (?:less|fewer|earlier) than|minimum(?: of)?)(?: la| bang| vnd|:)?\W*$")]
    private static partial Regex Least();

    [GeneratedRegex(@"(?:duoi|thap hon|nho hon|it hon|under|below|(?:less|fewer|lower) than)(?: vnd)?\W*$")]
    private static partial Regex Below();

    [GeneratedRegex(@"(?:tren|hon|vuot|over|above|more than|exceed(?:s|ing)?)(?: vnd)?\W*$")]
    private static partial Regex Above();

    [GeneratedRegex(@"(?:truoc|before|prior to)(?: ngay)?\W*$")]
    private static partial Regex Before();

    [GeneratedRegex(@"(?:sau|ke tu|after|since)(?: ngay)?\W*$")]
    private static partial Regex After();

    [GeneratedRegex(@"(?:den het|den|until|till|through)(?: ngay)?\W*$")]
    private static partial Regex Until();

    [GeneratedRegex(@"(?:khoang|gan|about|around|nearly|approximately)(?: vnd)?\W*$")]
    private static partial Regex About();
}
