using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Requests;

/// <summary>What an asker wants from an official.</summary>
public enum RequestKind
{
    Support,
    Financing,
    SupplierStandards,

    /// <summary>A difficulty, complaint or proposal (phản ánh, kiến nghị).</summary>
    Difficulty,
    Other,
}

/// <summary>The size an enterprise declares itself to be (Decree 80/2021/NĐ-CP, Article 5).</summary>
public enum EnterpriseSize
{
    Micro,
    Small,
    Medium,

    /// <summary>Above every limit: not a small or medium enterprise.</summary>
    Large,
}

/// <summary>What an asker fills in. While it is being filled, anything may be missing; <see cref="RequestFieldList.Check"/> says
/// what.</summary>
public sealed record RequestDraft
{
    public string? EnterpriseName { get; init; }

    /// <summary>10 digits, 13 digits for a branch, or the 12-digit personal id of a household business; as typed until checked.</summary>
    public string? TaxCode { get; init; }

    /// <summary>The five-digit code of a ward or commune.</summary>
    public string? WardCode { get; init; }

    public string? WardName { get; init; }

    /// <summary>The name of one of the <see cref="Knowledge.Rules.Sectors"/> in Vietnamese, or free words.</summary>
    public string? Sector { get; init; }

    /// <summary>Yearly average of employees in social insurance.</summary>
    public int? InsuredEmployees { get; init; }

    /// <summary>Revenue of the year before, VND.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Total capital of the year before, VND.</summary>
    public decimal? Capital { get; init; }

    public EnterpriseSize? Size { get; init; }

    /// <summary>The clause that <see cref="Size"/> follows from, such as <c>80/2021/NĐ-CP Điều 5 khoản 2</c>.</summary>
    public string? SizeClause { get; init; }

    public RequestKind? Kind { get; init; }

    public string? Content { get; init; }

    public string? ContactName { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The version of the consent text that was agreed to; null until the asker agrees.</summary>
    public string? ConsentVersion { get; init; }

    /// <summary>When the person agreed that the request is processed.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When the person agreed to be contacted by telephone and e-mail; see also <see cref="HasContactConsent"/>.</summary>
    public DateTimeOffset? ContactConsentedAt { get; init; }

    /// <summary>BCP 47: the language in which the asker is answered, <c>vi</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>Values of further fields by key. They are part of the facts' document, so that a new field needs no migration.</summary>
    [JsonPropertyName("more")]
    public IReadOnlyDictionary<string, string>? ExtraValues { get; init; }

    /// <summary>The question that led to this request, when there was one.</summary>
    public string? Question { get; init; }

    /// <summary>What the assistant had answered to it.</summary>
    public string? Answer { get; init; }

    /// <summary>How that answer came about; never shown to the asker.</summary>
    public string? AnswerTrace { get; init; }

    /// <summary>What a person typed, without marks that change the direction of writing.</summary>
    public RequestDraft WithoutDirectionMarks() =>
        this with
        {
            EnterpriseName = VisibleText.RemoveDirectionMarks(EnterpriseName),
            WardName = VisibleText.RemoveDirectionMarks(WardName),
            Sector = VisibleText.RemoveDirectionMarks(Sector),
            Content = VisibleText.RemoveDirectionMarks(Content),
            ContactName = VisibleText.RemoveDirectionMarks(ContactName),
            Email = VisibleText.RemoveDirectionMarks(Email),
            Question = VisibleText.RemoveDirectionMarks(Question),
            ExtraValues = ExtraValues?.ToDictionary(
                pair => pair.Key,
                pair => VisibleText.RemoveDirectionMarks(pair.Value),
                StringComparer.Ordinal
            ),
        };

    /// <summary>What remains after erasure: neither content nor contact, only what statistics and the proof of consent need.</summary>
    public RequestDraft WithoutPersonalData() =>
        new()
        {
            Kind = Kind,
            Language = Language,
            ConsentVersion = ConsentVersion,
            ConsentedAt = ConsentedAt,
            ContactConsentedAt = ContactConsentedAt,
        };

    /// <summary>Whether the person agreed to be contacted, also by an earlier wording that covered both purposes.</summary>
    public bool HasContactConsent() =>
        ContactConsentedAt is not null || (ConsentedAt is not null && ConsentVersion is { } version && ConsentTexts.CoversContact(version));

    /// <summary>The value of a further field; null when it was not given.</summary>
    public string? GetExtraValue(string key) => ExtraValues?.GetValueOrDefault(key);

    /// <summary>The draft with the value of a further field; an empty one is not kept.</summary>
    public RequestDraft WithExtraValue(string key, string value)
    {
        // Sorted, because the document's hash is part of the history.
        var extraValues = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (existingKey, existingValue) in ExtraValues ?? new Dictionary<string, string>())
        {
            extraValues[existingKey] = existingValue;
        }

        extraValues.Remove(key);
        if (value.Length > 0)
        {
            extraValues[key] = value;
        }

        return this with
        {
            ExtraValues = extraValues.Count == 0 ? null : extraValues,
        };
    }
}
