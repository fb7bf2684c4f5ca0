using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Places;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>What a typed answer to a field's question comes to.</summary>
internal static class FieldAnswer
{
    private static readonly string[] Skips =
    [
        "bo qua",
        "skip",
        "khong co",
        "chua co",
        "khong",
        "khong biet",
        "ko",
        "ko co",
        "no",
        "none",
        "nothing",
        "not available",
        "n a",
        "i do not know",
    ];

    /// <returns>The value to keep; empty when it was skipped; null when it names none of the choices.</returns>
    public static string? Read(RequestField field, string said, IList<Choice>? choices)
    {
        var folded = Fold(said);
        if (field == RequestField.Consent)
        {
            return YesNo.Read(said) switch
            {
                true => "true",
                false => "",
                null => null,
            };
        }

        if (Skips.Contains(folded, StringComparer.Ordinal))
        {
            return "";
        }

        return field switch
        {
            RequestField.Kind => Choices.Recognize(said, choices ?? []) is { } kind
                ? Enum.GetValues<RequestKind>()[kind.Index].ToString()
                : null,
            RequestField.Sector => Choices.Recognize(said, choices ?? []) is { } sector ? Sectors.All[sector.Index].Code : said,
            RequestField.Ward when choices is { Count: > 0 } => WardOf(Choices.Recognize(said, choices)) ?? said,
            _ => said,
        };
    }

    /// <summary>The field that a wish such as "sửa số điện thoại" names; null when it names none.</summary>
    public static RequestField? Named(string? text)
    {
        var folded = $" {Fold(text ?? "")} ";
        foreach (var (field, words) in Names)
        {
            if (words.Any(word => folded.Contains($" {word} ", StringComparison.Ordinal)))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>Whether a field takes these words as its answer although they are a command elsewhere.</summary>
    public static bool IsSkip(string said) => Skips.Contains(Fold(said), StringComparer.Ordinal);

    private static string? WardOf(FoundChoice? choice) =>
        choice is null
            ? null
            : Wards.All.FirstOrDefault(ward => ward.FullName.Vi == choice.Value || ward.FullName.En == choice.Value)?.Code;

    private static string Fold(string text) => string.Join(' ', VietnameseText.Words(VietnameseText.Fold(text)));

    private static readonly (RequestField Field, string[] Words)[] Names =
    [
        (RequestField.TaxCode, ["ma so thue", "mst", "tax code"]),
        (RequestField.Ward, ["phuong", "xa", "dia chi", "ward", "commune", "address"]),
        (RequestField.Sector, ["linh vuc", "nganh", "nganh nghe", "sector", "field of activity", "activity"]),
        (RequestField.InsuredEmployees, ["lao dong", "so nguoi", "nhan vien", "employees", "staff"]),
        (RequestField.Revenue, ["doanh thu", "revenue", "turnover"]),
        (RequestField.Capital, ["von", "nguon von", "capital"]),
        (RequestField.Kind, ["loai", "loai yeu cau", "kind"]),
        (RequestField.Content, ["noi dung", "content", "text"]),
        (RequestField.Phone, ["dien thoai", "so dien thoai", "sdt", "phone", "telephone"]),
        (RequestField.Email, ["email", "e mail", "mail"]),
        (RequestField.ContactName, ["nguoi lien he", "ho ten", "contact", "contact person"]),
        (RequestField.EnterpriseName, ["ten doanh nghiep", "ten cong ty", "doanh nghiep", "cong ty", "enterprise", "company", "name"]),
    ];
}
