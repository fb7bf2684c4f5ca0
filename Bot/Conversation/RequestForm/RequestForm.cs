using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>A request that is being filled in: every value as typed, so that a wrong one can be shown again. Stored with the
/// conversation.</summary>
internal sealed record RequestForm
{
    public required string Id { get; init; }

    /// <summary>Grows with every change, so that a card shows which state it is of.</summary>
    public int Revision { get; init; }

    /// <summary>What was typed, by the field's key. A field that is there but empty was asked for and skipped.</summary>
    public Dictionary<string, string> Typed { get; init; } = [];

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
    public string? Changing { get; init; }

    /// <summary>How often the same field was asked for without success.</summary>
    public int WardAttempts { get; init; }

    /// <summary>Files that go with it.</summary>
    public List<StoredFile> Files { get; init; } = [];

    public string Value(RequestField field) => Typed.GetValueOrDefault(field.Key, "");

    /// <summary>The form with one field answered.</summary>
    public RequestForm With(RequestField field, string value, DateTimeOffset now) =>
        With([new(field.Key, value)], now) with
        {
            Changing = null,
        };

    /// <summary>The form with several fields answered at once. Consent counts from the moment it is given.</summary>
    public RequestForm With(IEnumerable<KeyValuePair<string, string>> values, DateTimeOffset now)
    {
        var typed = new Dictionary<string, string>(Typed);
        foreach (var (field, value) in values)
        {
            typed[field] = value;
        }

        var agrees = typed.GetValueOrDefault(RequestFields.Consent.Key) == "true";
        return this with
        {
            Typed = typed,
            Revision = Revision + 1,
            ConsentVersion = agrees ? ConsentVersion ?? FieldTexts.ConsentVersion : null,
            ConsentedAt = agrees ? ConsentedAt ?? now : null,
        };
    }
}
