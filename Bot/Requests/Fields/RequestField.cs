using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>How a field is filled in on the form card.</summary>
internal enum FieldInput
{
    /// <summary>Not asked for: computed, and only shown.</summary>
    None,
    SingleLine,
    Paragraph,

    /// <summary>One of <see cref="RequestField.Choices"/>.</summary>
    Choice,

    /// <summary>A box to tick; the value is <c>true</c> or empty.</summary>
    Checkbox,
}

/// <summary>The steps of the form card, in their order.</summary>
internal enum FormStep
{
    Enterprise,
    Request,
    Contact,
}

/// <summary>Where a field is shown besides the form.</summary>
[Flags]
internal enum FieldPlaces
{
    None = 0,

    /// <summary>The summary that the asker confirms.</summary>
    Summary = 1,

    /// <summary>The facts on the desk's page of a case.</summary>
    Desk = 2,

    /// <summary>The case's card in the officials' channel.</summary>
    ChannelCard = 4,
}

/// <summary>One of the values of a choice.</summary>
/// <param name="Value">What the form keeps.</param>
internal sealed record FieldChoice(string Value, LocalizedText Name)
{
    /// <summary>Further words for it.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}

/// <summary>A draft with a field read into it.</summary>
/// <param name="Problem">Why the value cannot be used.</param>
/// <param name="Note">A warning; the form can still be sent.</param>
internal sealed record FieldReading(RequestDraft Draft, LocalizedText? Problem = null, LocalizedText? Note = null)
{
    /// <summary>The values that may be meant when the value was ambiguous or unknown.</summary>
    public IReadOnlyList<FieldChoice> Candidates { get; init; } = [];
}

/// <summary>
/// The definition of one field of the request form. The form card, the questions one by one, the checks, the summary, the prefill, the list
/// of missing facts, the desk and the reply drafts iterate over <see cref="RequestFieldList"/>.
/// </summary>
internal sealed record RequestField
{
    /// <summary>The name in stored forms, drafts and card inputs. Never changes.</summary>
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    /// <summary>The label on the desk; the form's by default.</summary>
    public LocalizedText DeskLabel
    {
        get => field ?? Label;
        init;
    }

    /// <summary>Asks for the field in the chat.</summary>
    public LocalizedText Question
    {
        get => field ?? Label;
        init;
    }

    public FieldInput Input { get; init; } = FieldInput.SingleLine;

    /// <summary>The step of the form card that asks for it.</summary>
    public FormStep Step { get; init; }

    /// <summary>The style of an <c>Input.Text</c>: <c>tel</c>, <c>email</c> or <c>url</c>.</summary>
    public string? InputStyle { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>Whether the card says that it is optional; false where one of two fields is needed.</summary>
    public bool IsMarkedOptional
    {
        get => field && IsOptional;
        init;
    } = true;

    /// <summary>The sentence beside a <see cref="FieldInput.Checkbox"/>.</summary>
    public LocalizedText? Statement { get; init; }

    /// <summary>Whether the chat asks for it, given what was entered so far.</summary>
    public Func<RequestDraft, bool> IsAsked { get; init; } = _ => true;

    public int MinLength { get; init; } = 1;

    public int MaxLength { get; init; } = TextLimits.Name;

    /// <summary>Shown when a required value is missing.</summary>
    public LocalizedText MissingText { get; init; } = FieldTexts.EmptyField;

    /// <summary>Folded words that name the field when the asker wants to change it.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Whether the asker can enter another value than the choices.</summary>
    public bool AllowsOtherValues { get; init; }

    /// <summary>The answer is free text, in which small talk and commands of other dialogs are not looked for.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>The answer may be a question itself, which must not be answered.</summary>
    public bool CanBeQuestion { get; init; }

    /// <summary>An unclear value is kept, and the next question offers <see cref="FieldReading.Candidates"/>.</summary>
    public bool AsksAgainWithCandidates { get; init; }

    public FieldPlaces Places { get; init; } = FieldPlaces.Summary | FieldPlaces.Desk;

    /// <summary>Reads what was typed into the draft.</summary>
    public Func<RequestDraft, string, FieldReading> Read { get; init; } = (draft, _) => new FieldReading(draft);

    /// <summary>The problem that prevents the submission; null when there is none.</summary>
    public Func<RequestField, RequestDraft, ProblemCode?> Check { get; init; } = (_, _) => null;

    /// <summary>The draft with the value in its stored spelling.</summary>
    public Func<RequestDraft, RequestDraft> Normalize { get; init; } = draft => draft;

    /// <summary>The value as people read it; null when it was not given.</summary>
    public required Func<RequestDraft, Lang, string?> Format { get; init; }

    /// <summary>The value as officials read it; <see cref="Format"/> by default.</summary>
    public Func<RequestDraft, Lang, string?> FormatForDesk
    {
        get => field ?? Format;
        init;
    }

    /// <summary>Whether officials can ask for it by name; optional fields by default.</summary>
    public Func<RequestDraft, bool> CanBeAskedFor
    {
        get => field ?? (draft => IsOptional && string.IsNullOrEmpty(Format(draft, Lang.Vi)));
        init;
    }

    /// <summary>Finds the value in what the asker said before the form was opened; null when it is not stated clearly.</summary>
    public Func<string, string?> FindValueIn { get; init; } = _ => null;

    public bool IsShownIn(FieldPlaces place) => Places.HasFlag(place);

    /// <summary>The text that explains a problem of this field.</summary>
    public LocalizedText GetProblemText(ProblemCode code) =>
        code switch
        {
            ProblemCode.TooShort => FieldTexts.TooShort.InBoth(MinLength),
            ProblemCode.TooLong => FieldTexts.TooLong.InBoth(MaxLength),
            ProblemCode.NoContact => FieldTexts.ContactNeeded,
            _ => MissingText,
        };

    /// <summary>Whether a text is missing, too short or too long.</summary>
    public ProblemCode? CheckLength(string? text) =>
        text?.Trim().Length switch
        {
            null or 0 => IsOptional ? null : ProblemCode.Missing,
            var length when length < MinLength => ProblemCode.TooShort,
            var length when length > MaxLength => ProblemCode.TooLong,
            _ => null,
        };

    /// <summary>A further field of one line of text. It is stored in <see cref="RequestDraft.ExtraValues"/>, which needs no
    /// migration.</summary>
    public static RequestField CreateText(string key, LocalizedText label, LocalizedText question) =>
        new()
        {
            Key = key,
            Label = label,
            Question = question,
            IsOptional = true,
            Read = (draft, typed) => new FieldReading(draft.WithExtraValue(key, CollapseWhiteSpace(typed))),
            Check = (field, draft) => field.CheckLength(draft.GetExtraValue(key)),
            Format = (draft, _) => draft.GetExtraValue(key),
        };

    /// <summary>A value without line ends and repeated spaces.</summary>
    public static string CollapseWhiteSpace(string typed) =>
        string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An optional amount of money in VND.</summary>
    public static RequestField CreateAmount(
        string key,
        LocalizedText label,
        LocalizedText question,
        Func<RequestDraft, decimal?> getAmount,
        Func<RequestDraft, decimal, RequestDraft> setAmount
    ) =>
        new()
        {
            Key = key,
            Label = label,
            Question = question,
            IsOptional = true,
            Read = (draft, typed) =>
                string.IsNullOrWhiteSpace(typed) ? new(draft)
                : QuantityReader.ReadSureAmount(typed) is { } amount ? new(setAmount(draft, amount))
                : new(draft, ExplainAmountProblem(typed)),
            Check = (_, draft) => getAmount(draft) < 0 ? ProblemCode.Negative : null,
            Format = (draft, lang) => getAmount(draft) is { } amount ? LocalFormat.Amount(amount, lang) : null,
        };

    /// <summary>Says both amounts where the words may mean either.</summary>
    private static LocalizedText ExplainAmountProblem(string typed) =>
        QuantityReader.ReadAmount(typed) is { Alternative: { } alternative } reading
            ? new LocalizedText(
                FormatUnclearAmount(typed, reading.Value, alternative, Lang.Vi),
                FormatUnclearAmount(typed, reading.Value, alternative, Lang.En)
            )
            : FieldTexts.AmountUnreadable;

    private static string FormatUnclearAmount(string typed, decimal amount, decimal alternative, Lang lang) =>
        FieldTexts.AmountUnclear.With(lang, typed.Trim(), LocalFormat.Amount(amount, lang), LocalFormat.Amount(alternative, lang));
}
