using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Recognises yes-or-no questions and gives the opening of their answers.</summary>
internal static partial class YesOrNo
{
    private static readonly LocalizedText Confirmed = new("**Đúng.** ", "**Yes.** ");
    private static readonly LocalizedText Denied = new("**Không đúng.** ", "**No.** ");
    private static readonly LocalizedText Unconfirmed = new("**Chưa xác nhận được.** ", "**Not confirmed.** ");

    /// <summary>
    /// The opening of an answer; empty when nothing was claimed. "Đúng" answers only what was stated for confirmation, not "có … không?";
    /// an English "Yes" answers both.
    /// </summary>
    public static string GetOpening(bool? isClaimTrue, AskerClaim? claim, Lang lang) =>
        claim is null || (lang == Lang.Vi && !claim.IsAssertion)
            ? ""
            : isClaimTrue switch
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
    /// <param name="typed">As typed: "dùng không" is no "đúng không", and "ạ" is only polite where "à" asks.</param>
    public static bool IsAssertion(string folded, string typed) =>
        (TagRegex().Match(folded) is { Success: true } tag && IsTypedSo(tag.Value, typed))
        || (AssertionEndingRegex().IsMatch(folded) && !PoliteEndingRegex().IsMatch(typed) && !WhQuestionRegex().IsMatch(folded));

    /// <summary>
    /// Whether it cannot be told if the message affirms or negates what it is about: it has a word of ending or leaving that negates some
    /// matters and not others ("bỏ thuế khoán thật à", "… là doanh nghiệp nhỏ và vừa hết").
    /// </summary>
    public static bool HasUnclearPolarity(string folded) =>
        !IsNegated(folded) && MaybeNegatedRegex().IsMatch(TagRegex().Replace(folded, " "));

    /// <summary>Removes a bare "Có", "Không", "Yes" or "No" from the beginning of a text that answers another question.</summary>
    public static string RemoveVerdict(string text) =>
        BareVerdictRegex().Match(text) is { Success: true } verdict && verdict.Length < text.Length
            ? $"{(verdict.Groups["bold"].Success ? "**" : "")}{char.ToUpperInvariant(text[verdict.Length])}{text[(verdict.Length + 1)..]}"
            : text;

    /// <summary>Whether a text begins with its own yes or no.</summary>
    public static bool BeginsWithVerdict(string text) => OwnVerdictRegex().IsMatch(text);

    private static bool IsTypedSo(string tag, string typed) =>
        !tag.StartsWith("dung", StringComparison.Ordinal) || !OtherDungRegex().IsMatch(typed);

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

    // The polite particle "ạ", and a bare "a" after a question word, state nothing.
    [GeneratedRegex(
        @"(\bạ|\b(không|khong|ko|k|hk|hông|hok|chưa|chua|gì|gi|nào|nao)\s+a)[\s.?!…]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PoliteEndingRegex();

    // "áp dụng không", "dùng không": the word before the tag is not "đúng".
    [GeneratedRegex(
        @"\b(dùng|dụng|dựng|dừng|đứng)\s+(được\s+|duoc\s+|dc\s+|đc\s+)?(không|khong|ko|k|hk|hok|hông|hong|chưa|chua)\b"
            + @"|\b(áp|ap|sử|su|con|còn|tín|tin|xây|xay|tác|tac|vận|van)\s+dung\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherDungRegex();

    [GeneratedRegex(
        @"\b(bo(?! (tai chinh|cong thuong|khoa hoc|ke hoach|noi vu|y te|truong|luat|phan|sung|tu phap|tai nguyen|nong nghiep))"
            + @"|het|ngung|thoi(?! (han|gian|diem|ky|vu))|khoi(?! (nghiep|cong|dau|tao|su|luong))"
            + @"|khong|ko|k|chua|cham dut|xoa|huy|stop|stopped|no|not|without|dropped|scrapped)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MaybeNegatedRegex();

    // "**Không**: khoản …", "**Có, phải thông báo** …", "**Được**: …".
    [GeneratedRegex(
        @"^(\*\*(Không|Có|Được|Đúng|Không được|Không đúng|Yes|No)\*\*\s*[:,.;]\s*|(?<bold>\*\*)(Không|Có|Yes|No)\s*[,:.;]\s+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex BareVerdictRegex();

    [GeneratedRegex(
        @"^(\*\*)?(Không|Có|Được|Đúng|Vẫn|Chưa|Yes|No|Not|Still)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnVerdictRegex();

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
        @"\b(khong con|ko con|k con|het (han|hieu luc)|bo (roi|luon|het)|bi bo|da bo|bai bo|cham dut|khoi( phai| can)?"
            + @"|khong (phai|can|bi)|ko (phai|can|bi)|no longer|not any ?more|abolished|ended|expired|over)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NegatedRegex();
}
