using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>
/// Classifiers trained on the phrasings: whether a message is a follow-up that needs the question before it, and which section of an
/// article it asks for. Independent of the articles' texts.
/// </summary>
internal sealed class PhrasingModels
{
    private static readonly Lazy<PhrasingModels> LazyDefault = new(() => Open(PhrasingSet.Default, SnapshotStore.Shipped));

    private readonly TextClassifier? followUpClassifier;
    private readonly TextClassifier? sectionClassifier;
    private readonly string[] sectionIds;

    public PhrasingModels(PhrasingSet phrasings)
    {
        sectionIds = [.. phrasings.All.Select(phrasing => phrasing.SectionId).Distinct(StringComparer.Ordinal)];
        if (phrasings.All.Count == 0)
        {
            return;
        }

        var indexBySection = sectionIds.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        List<(Phrasing Phrasing, List<uint> Features)> texts =
        [
            .. phrasings.All.Select(phrasing => (phrasing, TextFeatures.ExtractAll(phrasing.Language, phrasing.Text))),
        ];
        followUpClassifier = TextClassifier.Train(texts.Select(text => (text.Phrasing.IsFollowUp ? 1 : 0, text.Features)), 2);
        sectionClassifier = TextClassifier.Train(
            texts.Select(text => (indexBySection[text.Phrasing.SectionId], text.Features)),
            sectionIds.Length
        );
    }

    /// <summary>The classifiers of the shipped phrasings, trained on first use.</summary>
    public static PhrasingModels Default => LazyDefault.Value;

    private PhrasingModels(SnapshotReader reader)
    {
        sectionIds = reader.ReadStrings();
        if (sectionIds.Length > 0)
        {
            followUpClassifier = TextClassifier.Load(reader);
            sectionClassifier = TextClassifier.Load(reader);
        }
    }

    /// <summary>Loads the classifiers of these phrasings, or trains and stores them.</summary>
    public static PhrasingModels Open(PhrasingSet phrasings, SnapshotStore snapshots)
    {
        using var key = new SnapshotKey();
        phrasings.AddTo(key);
        return snapshots
            .Open(
                "phrasings",
                key.GetHash(),
                reader => new PhrasingModels(reader),
                () => new PhrasingModels(phrasings),
                (models, writer) => models.Save(writer)
            )
            .Value;
    }

    private void Save(SnapshotWriter writer)
    {
        writer.Write(sectionIds);
        followUpClassifier?.Save(writer);
        sectionClassifier?.Save(writer);
    }

    public PhrasingPrediction Predict(Lang lang, string text)
    {
        var features = TextFeatures.ExtractAll(lang, text);
        return new(
            followUpClassifier?.Predict(features)[1] ?? 0,
            sectionClassifier is null
                ? new Dictionary<string, double>()
                : sectionClassifier
                    .Predict(features)
                    .Index()
                    .ToDictionary(p => sectionIds[p.Index], p => (double)p.Item, StringComparer.Ordinal)
        );
    }
}

/// <summary>The prediction for a message.</summary>
/// <param name="FollowUpProbability">The probability that it cannot be understood without the question before it.</param>
/// <param name="SectionProbabilities">The probability that it asks for a section, by the section's id.</param>
internal sealed record PhrasingPrediction(double FollowUpProbability, IReadOnlyDictionary<string, double> SectionProbabilities);
