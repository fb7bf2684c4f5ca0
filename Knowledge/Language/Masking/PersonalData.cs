using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>
/// Masks personal data: e-mail addresses, telephone numbers, identity numbers, tax codes, accounts and cards, and names of people
/// (<see cref="PersonNames"/>). Amounts, dates and document numbers remain, because questions are about them.
/// </summary>
public static partial class PersonalData
{
    /// <summary>
    /// Replaces personal data by placeholders such as <c>[phone]</c>; invisible characters are removed as well. What was masked is
    /// looked at again, until nothing more is found, so that masking a masked text changes nothing. Never throws.
    /// </summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = VisibleText.Clean(text, keepLines: true);
        for (var masked = MaskOnce(text); masked != text; masked = MaskOnce(text))
        {
            text = masked;
        }

        return text;
    }

    /// <summary>Reads what names are recognised with, so that no message has to wait for it.</summary>
    public static void Load() => _ = (NameModel.Default, NameLists.Default);

    /// <summary>The placeholders in a masked text, in the order of their occurrence.</summary>
    public static IEnumerable<string> ListMasked(string maskedText) => Placeholder.List(maskedText);

    private static string MaskOnce(string text)
    {
        text = EmailAddressRegex().Replace(text, Placeholder.Email);
        text = AccountNumberRegex().Replace(text, match => match.Groups["lead"].Value + Placeholder.Account);
        text = CardNumberRegex().Replace(text, Placeholder.Account);
        text = PhoneNumberRegex().Replace(text, Placeholder.Phone);
        text = IdentityNumberRegex().Replace(text, Placeholder.Number);
        text = GroupedNumberRegex().Replace(text, Placeholder.Number);
        return PersonNames.Replace(text, Placeholder.Name);
    }

    /// <summary>Also matches an @ in brackets or written out, which people use to hide an address from programs.</summary>
    [GeneratedRegex(@"[\w.+-]+(?:\s?@\s?|\s?[\[(]\s?(?:at|a còng|a cong)\s?[\])]\s?)[\w-]+(?:\.[\w-]+)+", RegexOptions.IgnoreCase)]
    private static partial Regex EmailAddressRegex();

    /// <summary>Digits after a word for an account or a card.</summary>
    [GeneratedRegex(
        @"(?<lead>(?:\bs?tk\b|số tk|so tk|số tài khoản|so tai khoan|tài khoản|tai khoan|\baccount(?:\s+(?:no|number))?\b|\biban\b"
            + @"|số thẻ|so the|\bcard(?:\s+number)?\b)[^\d\n]{0,25}?)\d(?:[ .-]?\d){5,18}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AccountNumberRegex();

    [GeneratedRegex(@"(?<![\d/])(?<!\d[.-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,3})?(?![\d.,/-]*\d)")]
    private static partial Regex CardNumberRegex();

    /// <summary>Vietnamese numbers (mobile 03 to 09, landline 02), with or without the country code, with any usual separators.</summary>
    [GeneratedRegex(
        @"(?<![\d/])(?<!\d\.)(?:(?:\+|00)\s?84[ .-]?(?:\(0\)\s?)?[235789](?:[ .)-]{0,2}\d){8,9}|\(?0[35789](?:[ .)-]{0,2}\d){8}"
            + @"|\(?02(?:[ .)-]{0,2}\d){8,9})(?![\d/])"
    )]
    private static partial Regex PhoneNumberRegex();

    /// <summary>
    /// Identity cards of 9 and 12 digits, tax codes of 10 with or without a branch, accounts of up to 19, passports. A number with a unit
    /// of money after it is an amount and is not matched.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\d/])(?<!\d[.-])(?:\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|\d{10}(?:[ -]?\d{3})?|\d{9}|\d{11,19}"
            + @"|(?<![\p{L}-])[A-Z]\d{7,8})(?!\d|[./-]\d|,\d{1,3}(?!\d)|\s?(?:đồng|đ\b|vnd|vnđ|tỷ|tỉ|triệu|tr\b|nghìn|ngàn|dong|million"
            + @"|billion))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IdentityNumberRegex();

    /// <summary>Numbers in groups that begin with a zero, such as tax codes and identity cards; amounts never begin with a zero.</summary>
    [GeneratedRegex(@"(?<![\d/])(?<!\d[.-])0\d{2,3}(?:[ .-]\d{3,4}){2,3}(?:-\d{3})?(?![\d/])")]
    private static partial Regex GroupedNumberRegex();
}
