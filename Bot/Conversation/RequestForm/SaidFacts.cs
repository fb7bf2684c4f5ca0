using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>Facts for the form that people mention while asking. Only what says plainly what it is; anything doubtful is asked later.</summary>
internal static partial class SaidFacts
{
    /// <summary>What the conversation knows, for the form to begin with.</summary>
    public static Dictionary<RequestField, string> ForForm(ChatMemory memory)
    {
        var facts = new Dictionary<RequestField, string>(memory.Facts);
        var enterprise = memory.Enterprise;
        if (enterprise.Activity is { } activity)
        {
            facts.TryAdd(RequestField.Sector, activity);
        }

        if (enterprise.Employees is { } employees)
        {
            facts[RequestField.InsuredEmployees] = employees.ToString(CultureInfo.InvariantCulture);
        }

        if (enterprise.Revenue is { } revenue)
        {
            facts.TryAdd(RequestField.Revenue, revenue.ToString("0", CultureInfo.InvariantCulture));
        }

        if (enterprise.Capital is { } capital)
        {
            facts.TryAdd(RequestField.Capital, capital.ToString("0", CultureInfo.InvariantCulture));
        }

        return facts;
    }

    public static IEnumerable<KeyValuePair<RequestField, string>> Read(string text)
    {
        if (Email().Match(text) is { Success: true } email)
        {
            yield return new(RequestField.Email, email.Value);
        }

        if (TaxCodeSaid().Match(text) is { Success: true } tax && TaxCode.Read(tax.Groups["code"].Value) is TaxCodeResult.Valid)
        {
            yield return new(RequestField.TaxCode, tax.Groups["code"].Value);
        }

        if (
            Phone().Match(TaxCodeSaid().Replace(text, "")) is { Success: true } phone
            && PhoneNumber.Read(phone.Value) is PhoneNumberResult.Valid
        )
        {
            yield return new(RequestField.Phone, phone.Value.Trim());
        }

        if (WardSaid().Match(text) is { Success: true } ward && Wards.Find(ward.Value) is WardMatch.Found { Note: null })
        {
            yield return new(RequestField.Ward, ward.Value.Trim());
        }

        if (Employees().Match(text) is { Success: true } count)
        {
            yield return new(RequestField.InsuredEmployees, count.Groups["count"].Value);
        }

        if (Company().Match(text) is { Success: true } company)
        {
            yield return new(RequestField.EnterpriseName, company.Value.Trim());
        }
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")]
    private static partial Regex Email();

    [GeneratedRegex(
        @"\b(?:mst|mã số thuế|ma so thue|mã số doanh nghiệp|tax code)[\s:.là]{0,6}(?<code>[0-9]{10}(?:-?[0-9]{3})?|[0-9]{12})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TaxCodeSaid();

    [GeneratedRegex(@"(?<![0-9])(?:\+84|0)[0-9](?:[\s.-]?[0-9]){8}(?![0-9])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:phường|xã)(?:\s+\p{Lu}[\p{L}]{0,8}){1,4}")]
    private static partial Regex WardSaid();

    [GeneratedRegex(
        @"(?<![0-9.,])(?<count>[0-9]{1,5})\s+(?:lao động|lao dong|nhân viên|nhan vien|nhân sự|nhan su|employees|staff)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Employees();

    [GeneratedRegex(@"\b(?i:công ty|cong ty|cty)\s+(?i:tnhh|cổ phần|co phan|cp)(?:\s+\p{Lu}[\p{L}\p{N}&]*){1,8}")]
    private static partial Regex Company();
}
