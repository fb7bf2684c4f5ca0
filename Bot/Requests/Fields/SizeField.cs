using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>The size class that follows from the declared figures, with its clause.</summary>
internal static class SizeField
{
    public static SmeSizeResult Classify(RequestDraft draft) =>
        SmeSize.Classify(new SmeFacts(Sectors.Find(draft.Sector ?? "")?.Group, draft.InsuredEmployees, draft.Revenue, draft.Capital));

    /// <summary>The draft with its size; without one when the figures do not tell.</summary>
    public static RequestDraft Compute(RequestDraft draft)
    {
        var result = Classify(draft);
        return Of(result) is { } size ? draft with { Size = size, SizeClause = $"{result.Basis.Document} {result.Basis.Clause}" } : draft;
    }

    public static string Show(RequestDraft draft, Lang lang)
    {
        var result = Classify(draft);
        return result switch
        {
            SmeSizeResult.LawAndDecreeDiffer both => FieldTexts.SizeDisputed.With(
                lang,
                LocalFormat.Document(both.Basis.Document, lang),
                LocalFormat.Document(both.Law.Document, lang)
            ),
            _ when Of(result) is { } size => FieldTexts.SizeBy.With(
                lang,
                FieldTexts.Sizes[size][lang],
                LocalFormat.Document(result.Basis.Document, lang),
                LocalFormat.Clause(result.Basis.Clause, lang)
            ),
            _ => FieldTexts.SizeUnclear[lang],
        };
    }

    /// <summary>As it was when the request was sent.</summary>
    public static string? ShowOnDesk(RequestDraft draft, Lang lang) =>
        draft.Size is not { } size ? FieldTexts.SizeUnclear[lang]
        : draft.SizeClause is { } clause ? $"{FieldTexts.ShortSizes[size][lang]} ({LocalFormat.Clause(clause, lang)})"
        : FieldTexts.ShortSizes[size][lang];

    public static EnterpriseSize? Of(SmeSizeResult result) =>
        result switch
        {
            SmeSizeResult.Micro => EnterpriseSize.Micro,
            SmeSizeResult.Small => EnterpriseSize.Small,
            SmeSizeResult.Medium => EnterpriseSize.Medium,
            SmeSizeResult.NotSme => EnterpriseSize.Large,
            _ => null,
        };
}
