namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>
/// What the training phrasings teach about any message: whether it leans on what was said before, and which section of an article it
/// asks for. Independent of the articles' texts.
/// </summary>
internal sealed class PhrasingModels
{
    private static readonly Lazy<PhrasingModels> Shipped = new(() => new(PhrasingSet.Default));

    private readonly TextClassifier? followUps;
    private readonly TextClassifier? sections;
    private readonly string[] sectionIds;

    public PhrasingModels(PhrasingSet phrasings)
    {
        sectionIds = [.. phrasings.All.Select(phrasing => phrasing.SectionId).Distinct(StringComparer.Ordinal)];
        if (phrasings.All.Count == 0)
        {
            return;
        }

        var places = sectionIds.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        List<(Phrasing Phrasing, List<uint> Features)> texts =
        [
            .. phrasings.All.Select(phrasing => (phrasing, TextFeatures.Form(phrasing.Language, phrasing.Text))),
        ];
        followUps = TextClassifier.Learn(texts.Select(text => (text.Phrasing.IsFollowUp ? 1 : 0, text.Features)), 2);
        sections = TextClassifier.Learn(texts.Select(text => (places[text.Phrasing.SectionId], text.Features)), sectionIds.Length);
    }

    /// <summary>Learnt when first used from what is shipped with the program.</summary>
    public static PhrasingModels Default => Shipped.Value;

    public MessageForm Read(Lang lang, string text)
    {
        var features = TextFeatures.Form(lang, text);
        return new(
            followUps?.Probabilities(features)[1] ?? 0,
            sections is null
                ? new Dictionary<string, double>()
                : sections
                    .Probabilities(features)
                    .Index()
                    .ToDictionary(p => sectionIds[p.Index], p => (double)p.Item, StringComparer.Ordinal)
        );
    }
}

/// <summary>What the form of a message tells.</summary>
/// <param name="Elliptic">The probability that it cannot be understood without what was said before it.</param>
/// <param name="Sections">The probability that it asks for a section, by the section's id.</param>
internal sealed record MessageForm(double Elliptic, IReadOnlyDictionary<string, double> Sections);
