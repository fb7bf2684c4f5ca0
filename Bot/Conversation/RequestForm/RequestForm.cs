using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>A request while it is being filled in: everything as typed, so that a wrong value can be shown again.</summary>
internal sealed record RequestForm
{
    /// <summary>The order in which fields are asked for.</summary>
    public static readonly IReadOnlyList<RequestField> Order =
    [
        RequestField.EnterpriseName,
        RequestField.TaxCode,
        RequestField.Ward,
        RequestField.Sector,
        RequestField.InsuredEmployees,
        RequestField.Revenue,
        RequestField.Capital,
        RequestField.Kind,
        RequestField.Content,
        RequestField.ContactName,
        RequestField.Phone,
        RequestField.Email,
        RequestField.Consent,
    ];

    public required string Id { get; init; }

    /// <summary>Grows with every change, so that a card shows which state it is of.</summary>
    public int Revision { get; init; }

    /// <summary>A field that is there but empty was asked for and skipped.</summary>
    public Dictionary<RequestField, string> Typed { get; init; } = [];

    /// <summary>The version of the consent that was agreed to.</summary>
    public string? ConsentVersion { get; init; }

    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>The question that led here.</summary>
    public string? Question { get; init; }

    /// <summary>What was answered to it.</summary>
    public string? Answer { get; init; }

    /// <summary>How that answer came about.</summary>
    public string? Trace { get; init; }

    /// <summary>A field that the asker wants to change; asked for before anything else.</summary>
    public RequestField? Changing { get; init; }

    /// <summary>How often the ward was asked for without success.</summary>
    public int WardAttempts { get; init; }

    /// <summary>Files that go with it.</summary>
    public List<StoredFile> Files { get; init; } = [];

    public string Value(RequestField field) => Typed.GetValueOrDefault(field, "");

    public static bool IsOptional(RequestField field) =>
        field is RequestField.InsuredEmployees or RequestField.Revenue or RequestField.Capital or RequestField.Phone or RequestField.Email;

    /// <summary>The form with one field answered.</summary>
    public RequestForm With(RequestField field, string value, DateTimeOffset now) =>
        With([new(field, value)], now) with
        {
            Changing = null,
        };

    /// <summary>The form with several fields answered at once. Consent counts from the moment it is given.</summary>
    public RequestForm With(IEnumerable<KeyValuePair<RequestField, string>> values, DateTimeOffset now)
    {
        var typed = new Dictionary<RequestField, string>(Typed);
        foreach (var (field, value) in values)
        {
            typed[field] = value;
        }

        var agrees = typed.GetValueOrDefault(RequestField.Consent) == "true";
        return this with
        {
            Typed = typed,
            Revision = Revision + 1,
            ConsentVersion = agrees ? ConsentVersion ?? Texts.RequestTexts.ConsentVersion : null,
            ConsentedAt = agrees ? ConsentedAt ?? now : null,
        };
    }
}
