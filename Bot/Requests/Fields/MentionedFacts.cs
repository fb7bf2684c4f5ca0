using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>Values of fields in what people write before they open the form. Anything doubtful is left to the form.</summary>
internal static partial class MentionedFacts
{
    public static string? FindEmail(string text) => EmailRegex().Match(text) is { Success: true } email ? email.Value : null;

    public static string? FindTaxCode(string text) =>
        LabelledTaxCodeRegex().Match(text) is { Success: true } tax
        && Knowledge.Rules.Formats.TaxCode.Parse(tax.Groups["code"].Value) is TaxCodeResult.Valid
            ? tax.Groups["code"].Value
            : null;

    public static string? FindPhone(string text) =>
        PhoneRegex().Match(LabelledTaxCodeRegex().Replace(text, "")) is { Success: true } phone
        && PhoneNumber.Parse(phone.Value) is PhoneNumberResult.Valid
            ? phone.Value.Trim()
            : null;

    public static string? FindWard(string text) =>
        WardRegex().Match(text) is { Success: true } ward && Wards.Find(ward.Value) is WardMatch.Found { Note: null }
            ? ward.Value.Trim()
            : null;

    public static string? FindEnterpriseName(string text) =>
        CompanyNameRegex().Match(text) is { Success: true } company ? company.Value.Trim() : null;

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")]
    private static partial Regex EmailRegex();

    [GeneratedRegex(
        @"\b(?:mst|mã số thuế|ma so thue|mã số doanh nghiệp|tax code)[\s:.là]{0,6}(?<code>[0-9]{10}(?:-?[0-9]{3})?|[0-9]{12})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LabelledTaxCodeRegex();

    [GeneratedRegex(@"(?<![0-9])(?:\+84|0)[0-9](?:[\s.-]?[0-9]){8}(?![0-9])")]
    private static partial Regex PhoneRegex();

    [GeneratedRegex(@"\b(?:phường|xã)(?:\s+\p{Lu}[\p{L}]{0,8}){1,4}")]
    private static partial Regex WardRegex();

    [GeneratedRegex(@"\b(?i:công ty|cong ty|cty)\s+(?i:tnhh|cổ phần|co phan|cp)(?:\s+\p{Lu}[\p{L}\p{N}&]*){1,8}")]
    private static partial Regex CompanyNameRegex();
}
