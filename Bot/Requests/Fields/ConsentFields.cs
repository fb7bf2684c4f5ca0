using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>The boxes of the form with which a person agrees, one for each purpose.</summary>
internal static class ConsentFields
{
    public static RequestField Processing { get; } =
        new()
        {
            Key = "Consent",
            Label = ConsentTexts.ProcessingLabel,
            DeskLabel = ConsentTexts.ProcessingDeskLabel,
            Question = ConsentTexts.ProcessingQuestion,
            Input = FieldInput.Checkbox,
            Step = FormStep.Contact,
            Statement = ConsentTexts.Present.Processing,
            MissingText = ConsentTexts.ProcessingNeeded,
            Places = FieldPlaces.Desk,
            Check = (_, draft) => draft.ConsentVersion is null || draft.ConsentedAt is null ? ProblemCode.Missing : null,
            Format = (draft, lang) => Format(draft, draft.ConsentedAt, lang),
        };

    public static RequestField Contact { get; } =
        new()
        {
            Key = "ContactConsent",
            Label = ConsentTexts.ContactLabel,
            DeskLabel = ConsentTexts.ContactDeskLabel,
            Question = ConsentTexts.ContactQuestion,
            Input = FieldInput.Checkbox,
            Step = FormStep.Contact,
            Statement = ConsentTexts.Present.Contact,
            MissingText = ConsentTexts.ContactUndecided,
            IsOptional = true,
            IsAsked = ContactFields.HasContact,
            Check = CheckContact,
            Format = (draft, lang) => (draft.HasContactConsent() ? ConsentTexts.ContactAllowed : ConsentTexts.ContactNotAllowed)[lang],
            FormatForDesk = (draft, lang) =>
                draft.HasContactConsent()
                    ? Format(draft, draft.ContactConsentedAt ?? draft.ConsentedAt, lang)
                    : ConsentTexts.ContactNotAllowed[lang],
            CanBeAskedFor = _ => false,
        };

    /// <summary>A contact must not be dropped silently because a box was overlooked.</summary>
    private static ProblemCode? CheckContact(RequestField field, RequestDraft draft) =>
        ContactFields.HasContact(draft) && !draft.HasContactConsent() ? ProblemCode.Missing : null;

    /// <summary>When a consent was given, and to which wording.</summary>
    private static string? Format(RequestDraft draft, DateTimeOffset? at, Lang lang) =>
        at is { } time ? ConsentTexts.GivenAt.With(lang, LocalFormat.Time(time, lang), draft.ConsentVersion) : null;
}
