using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Masks what identifies a person in a text: e-mail addresses, telephone numbers, numbers of identity papers, tax codes, accounts and
/// cards, and names after a title or an introduction. Amounts, dates and numbers of documents stay, because questions are about them.
/// </summary>
public static partial class PersonalData
{
    private const string Email = "[e-mail]";
    private const string Phone = "[phone]";
    private const string Number = "[number]";
    private const string Account = "[account]";
    private const string Name = "[name]";

    /// <summary>Never throws; a text without such data comes back as it is.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = VisibleText.Clean(text, keepLines: true);
        text = EmailAddress().Replace(text, Email);
        text = AccountNumber().Replace(text, match => match.Groups["lead"].Value + Account);
        text = CardNumber().Replace(text, Account);
        text = PhoneNumber().Replace(text, Phone);
        text = PaperNumber().Replace(text, Number);
        text = GroupedNumber().Replace(text, Number);
        text = Introduced().Replace(text, match => match.Groups["lead"].Value + Name);
        return Titled().Replace(text, match => match.Groups["lead"].Value + Name);
    }

    /// <summary>Also with the sign in brackets or written out, as people do to hide an address from programs.</summary>
    [GeneratedRegex(@"[\w.+-]+(?:\s?@\s?|\s?[\[(]\s?(?:at|a còng|a cong)\s?[\])]\s?)[\w-]+(?:\.[\w-]+)+", RegexOptions.IgnoreCase)]
    private static partial Regex EmailAddress();

    /// <summary>Digits after a word for an account.</summary>
    [GeneratedRegex(
        @"(?<lead>(?:\bs?tk\b|số tk|so tk|số tài khoản|so tai khoan|tài khoản|tai khoan|\baccount(?:\s+(?:no"
            + @"|number))?\b|\biban\b|số thẻ|so the|\bcard(?:\s+number)?\b)[^\d\n]{0,25}?)\d(?:[ .-]?\d){5,18}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AccountNumber();

    [GeneratedRegex(@"(?<![\d/])(?<!\d[.-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?(?![\d.,/-]*\d)")]
    private static partial Regex CardNumber();

    /// <summary>
    /// As Vietnam numbers telephones (mobile 03 to 09, fixed 02), or with the country before them, however they are set apart.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\d/])(?<!\d\.)(?:(?:\+|00)\s?84[ .-]?(?:\(0\)\s?)?[235789](?:[ .)-]{0,2}\d){8,9}"
            + @"|\(?0[35789](?:[ .)-]{0,2}\d){8}|\(?02(?:[ .)-]{0,2}\d){8,9})(?![\d/])"
    )]
    private static partial Regex PhoneNumber();

    /// <summary>
    /// Identity cards of 9 and 12 digits, tax codes of 10 with or without a branch, accounts of up to 19,
    /// passports; an amount is followed by its unit.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\d/])(?<!\d[.-])(?:\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|\d{10}(?:[ -]?\d{3})?|\d{9}|\d{11,19}"
            + @"|(?<![\p{L}-])[A-Z]\d{7,8})(?!\d|[./-]\d|,\d{1,3}(?!\d)|\s?(?:đồng|đ\b|vnd|vnđ|tỷ|tỉ|triệu|tr\b"
            + @"|nghìn|ngàn|dong|million|billion))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PaperNumber();

    /// <summary>
    /// Numbers that begin with a zero and are set apart in groups, such as tax codes and identity cards: amounts do not begin so.
    /// </summary>
    [GeneratedRegex(@"(?<![\d/])(?<!\d[.-])0\d{2,3}(?:[ .-]\d{3,4}){2,3}(?:-\d{3})?(?![\d/])")]
    private static partial Regex GroupedNumber();

    [GeneratedRegex(
        @"(?<lead>(?i:tôi tên(?: là)?|tên tôi(?: là)?|em tên(?: là)?|tên em(?: là)?|họ tên|họ và tên|người "
            + @"đại diện|giám đốc|toi ten(?: la)?|ten toi(?: la)?|ho ten|giam doc|my name is|i am called|this is"
            + @"|director|contact person)\s*:?\s+)\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,4}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Introduced();

    /// <summary>Capitals after a title; in small letters too where a common family name comes first.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}/])(?<lead>(?i:ông|bà|anh|chị|cô|chú|bác|em|thầy|ong|ba|chi|mr|mrs|ms|miss"
            + @"|dr)\.?\s+)(?:\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,4}|(?i:nguyễn|nguyen|trần|tran|phạm|pham|hoàng|hoang"
            + @"|huỳnh|huynh|phan|đặng|dang|bùi|bui|ngô|ngo|dương|duong)\s+\p{L}+(?:\s+\p{L}+)?)(?!\p{L})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Titled();
}
