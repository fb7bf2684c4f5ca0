using System.Text.Json.Serialization;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>
/// A request form that is being filled in: every value as typed, so that an invalid one can be shown again. Stored as JSON with the
/// conversation: renamed properties keep their stored names.
/// </summary>
internal sealed record RequestForm
{
    public required string Id { get; init; }

    /// <summary>Grows with every change, so that a click tells which state of the form its card showed.</summary>
    public int Revision { get; init; }

    /// <summary>What was typed, by the key of the field. An empty value means that the field was asked for and skipped.</summary>
    [JsonPropertyName("typed")]
    public Dictionary<string, string> TypedValues { get; init; } = [];

    /// <summary>The version of the consent statements that the asker agreed to.</summary>
    public string? ConsentVersion { get; init; }

    public DateTimeOffset? ConsentedAt { get; init; }

    public DateTimeOffset? ContactConsentedAt { get; init; }

    /// <summary>The question after which the asker asked for an official.</summary>
    public string? Question { get; init; }

    /// <summary>The answer to <see cref="Question"/>.</summary>
    public string? Answer { get; init; }

    /// <summary>How <see cref="Answer"/> was found.</summary>
    public string? Trace { get; init; }

    /// <summary>The field that the asker wants to change; asked for before any other.</summary>
    [JsonPropertyName("changing")]
    public string? ChangingFieldKey { get; init; }

    /// <summary>How often the ward was asked for without success.</summary>
    public int WardAttempts { get; init; }

    /// <summary>The files to submit with the request.</summary>
    public List<StoredFile> Files { get; init; } = [];

    public string GetValue(RequestField field) => TypedValues.GetValueOrDefault(field.Key, "");

    /// <summary>The form with one field answered. Who refuses to be contacted leaves neither telephone number nor address.</summary>
    public RequestForm WithAnswer(RequestField field, string value, DateTimeOffset now) =>
        WithValues(
            field == RequestFields.ContactConsent && value.Length == 0
                ? [new(field.Key, value), new(RequestFields.Phone.Key, ""), new(RequestFields.Email.Key, "")]
                : [new(field.Key, value)],
            now
        ) with
        {
            ChangingFieldKey = null,
        };

    /// <summary>
    /// The form with several fields answered at once. A consent gets the time when it was given; one to an earlier wording is not valid
    /// any more.
    /// </summary>
    public RequestForm WithValues(IEnumerable<KeyValuePair<string, string>> values, DateTimeOffset now)
    {
        var typed = new Dictionary<string, string>(TypedValues);
        var isOutdated = ConsentVersion is not null && ConsentVersion != ConsentTexts.Version;
        if (isOutdated)
        {
            typed.Remove(RequestFields.Consent.Key);
            typed.Remove(RequestFields.ContactConsent.Key);
        }

        foreach (var (field, value) in values)
        {
            typed[field] = value;
        }

        var isProcessingAgreed = typed.GetValueOrDefault(RequestFields.Consent.Key) == "true";
        var isContactAgreed = typed.GetValueOrDefault(RequestFields.ContactConsent.Key) == "true";
        return this with
        {
            TypedValues = typed,
            Revision = Revision + 1,
            ConsentVersion = isProcessingAgreed || isContactAgreed ? ConsentTexts.Version : null,
            ConsentedAt = isProcessingAgreed ? (isOutdated ? null : ConsentedAt) ?? now : null,
            ContactConsentedAt = isContactAgreed ? (isOutdated ? null : ContactConsentedAt) ?? now : null,
        };
    }
}
