using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>Reads the ward or commune: by code, present-day name or former name.</summary>
internal static class WardField
{
    public static FieldReading Read(RequestDraft draft, string typed)
    {
        var name = typed.Trim();
        return name.Length == 0
            ? new FieldReading(draft)
            : Wards.Find(name) switch
            {
                WardMatch.Found found => new(
                    draft with
                    {
                        WardCode = found.Ward.Code,
                        WardName = found.Ward.FullName.Vi,
                    },
                    Note: found.Note
                ),
                WardMatch.Ambiguous ambiguous => new(draft, ambiguous.Reason) { Candidates = ToChoices(ambiguous.Candidates) },
                WardMatch.Unknown { MostSimilar.Count: > 0 } unknown => new(
                    draft,
                    new LocalizedText(
                        FormatNotFound(name, unknown.MostSimilar, Lang.Vi),
                        FormatNotFound(name, unknown.MostSimilar, Lang.En)
                    )
                )
                {
                    Candidates = ToChoices(unknown.MostSimilar),
                },
                _ => new(draft, FieldTexts.WardNameNeeded),
            };
    }

    private static string FormatNotFound(string typed, IReadOnlyList<Ward> nearest, Lang lang) =>
        FieldTexts.WardUnknown.With(lang, typed, string.Join(", ", nearest.Select(ward => ward.FullName[lang])));

    private static IReadOnlyList<FieldChoice> ToChoices(IReadOnlyList<Ward> wards) =>
        [.. wards.Select(ward => new FieldChoice(ward.Code, ward.FullName) { Synonyms = [ward.Name, ward.NameEn] })];
}
