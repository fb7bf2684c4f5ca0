using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Recognises yes-or-no questions and gives the opening of their answers.</summary>
internal static partial class YesOrNo
{
    private static readonly LocalizedText Confirmed = new("**Đúng.** ", "**Yes.** ");
    private static readonly LocalizedText Denied = new("**Không đúng.** ", "**No.** ");
    private static readonly LocalizedText Unconfirmed = new("**Chưa xác nhận được.** ", "**Not confirmed.** ");

    /// <summary>The opening of an answer; empty when nothing was claimed.</summary>
    public static string GetOpening(bool? isClaimTrue, Lang lang) =>
        isClaimTrue switch
        {
            true => Confirmed[lang],
            false => Denied[lang],
            null => "",
        };

    /// <summary>The opening when it is not known whether the claim is true.</summary>
    public static string GetNotConfirmedOpening(Lang lang) => Unconfirmed[lang];

    /// <summary>Whether the message is a yes-or-no question or states something to be confirmed.</summary>
    /// <param name="folded">Lower case, without diacritics and punctuation.</param>
    public static bool WantsYesOrNo(string folded) =>
        TagRegex().IsMatch(folded) || (YesNoFormRegex().IsMatch(folded) && !WhQuestionRegex().IsMatch(folded));

    /// <summary>Whether the message states something to be confirmed.</summary>
    public static bool IsAssertion(string folded) =>
        TagRegex().IsMatch(folded) || (AssertionEndingRegex().IsMatch(folded) && !WhQuestionRegex().IsMatch(folded));

    /// <summary>Whether the claim is negated: "không còn", "bỏ rồi", "hết", "no longer".</summary>
    public static bool IsNegated(string folded) => NegatedRegex().IsMatch(folded);

    // A tag makes a question of any statement.
    [GeneratedRegex(
        @"\b((dung|phai|that)( la)? (k|ko|kg|hk|hok|hong|hem|khong|chua|hong|vay)|dung (chu|ha|hem|roi chu)|(phai|dung) "
            + @"(khong|k|ko)|k dung a|co dung|co that|that (a|ha|sao)|right|correct|is (it|that|this) true|true|isn t it|aren "
            + @"t (we|they))( (a|ad|em|e|anh|chi|ban|nhi|vay|the|z|v|nhe|ha|day|dzay|shop|bot))*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TagRegex();

    [GeneratedRegex(
        @"(\b(khong|ko|k|hk|hok|hong|hem|kg|chua|ha|a|nhi|chu|hen|nha|luon|yes)( (a|ad|em|e|anh|chi|ban|oi|nhi|vay|the|z"
            + @"|v|nhe|ha|day|shop|bot|sao))*$)|\b(co|duoc|dc|dk|con|phai|thuoc|la)\b.*\b(khong|ko|k|hk|hok|hong|hem|chua"
            + @"|ha)\b|^(and |so |then |but |ok |okay )*(is|are|am|do|does|did|can|could|will|would|has|have|should|may"
            + @"|must)\b|\b(still|too|also)( \w+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex YesNoFormRegex();

    // An ending that turns a statement into one to be confirmed.
    [GeneratedRegex(
        @"\b(ha|a|nhi|chu|hen|nha|dung chu)( (a|ad|em|e|anh|chi|ban|oi|nhi|vay|the|z|v|nhe|ha|day|shop|bot|sao))*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AssertionEndingRegex();

    [GeneratedRegex(
        @"\b(bao nhieu|bn|bnhieu|nhieu|may|gi|j|nao|dau|ai|the nao|ntn|ra sao|sao|khi nao|bao gio|hay|what|how|which|when|where|who)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WhQuestionRegex();

    [GeneratedRegex(
        @"\b(khong con|ko con|k con|het( han| hieu luc)?|bo (roi|luon|het)|bi bo|da bo|bai bo|cham dut|khoi( phai| can)?"
            + @"|khong (phai|can|bi)|ko (phai|can|bi)|no longer|not any ?more|abolished|ended|expired|over)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NegatedRegex();
}
