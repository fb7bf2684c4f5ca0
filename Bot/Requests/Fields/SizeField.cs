using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>The enterprise's size class, computed from the declared figures, with the clause of the decree that it follows from.</summary>
internal static class SizeField
{
    public static SmeSizeResult Classify(RequestDraft draft) =>
        SmeSize.Classify(new SmeFacts(Sectors.Find(draft.Sector ?? "")?.Group, draft.InsuredEmployees, draft.Revenue, draft.Capital));

    /// <summary>The draft with the size class that its figures give; with none when they do not suffice, whatever it had before.</summary>
    public static RequestDraft WithSize(RequestDraft draft)
    {
        var result = Classify(draft);
        return ToEnterpriseSize(result) is { } size
            ? draft with
            {
                Size = size,
                SizeClause = $"{result.Basis.Document} {result.Basis.Clause}",
            }
            : draft with
            {
                Size = null,
                SizeClause = null,
            };
    }

    public static string Format(RequestDraft draft, Lang lang)
    {
        var result = Classify(draft);
        return result switch
        {
            SmeSizeResult.LawAndDecreeDiffer differing => FieldTexts.SizeDisputed.With(
                lang,
                LocalFormat.Document(differing.Basis.Document, lang),
                LocalFormat.Document(differing.Law.Document, lang)
            ),
            _ when ToEnterpriseSize(result) is { } size => FieldTexts.SizeWithClause.With(
                lang,
                FieldTexts.SizeNames[size][lang],
                LocalFormat.Document(result.Basis.Document, lang),
                LocalFormat.Clause(result.Basis.Clause, lang)
            ),
            _ => FieldTexts.SizeUnclear[lang],
        };
    }

    /// <summary>The size that was stored with the request; it is not computed again.</summary>
    public static string FormatForOfficials(RequestDraft draft, Lang lang) =>
        draft.Size is not { } size ? FieldTexts.SizeUnclear[lang]
        : draft.SizeClause is { } clause ? $"{FieldTexts.ShortSizeNames[size][lang]} ({LocalFormat.Clause(clause, lang)})"
        : FieldTexts.ShortSizeNames[size][lang];

    public static EnterpriseSize? ToEnterpriseSize(SmeSizeResult result) =>
        result switch
        {
            SmeSizeResult.Micro => EnterpriseSize.Micro,
            SmeSizeResult.Small => EnterpriseSize.Small,
            SmeSizeResult.Medium => EnterpriseSize.Medium,
            SmeSizeResult.NotSme => EnterpriseSize.Large,
            _ => null,
        };
}
