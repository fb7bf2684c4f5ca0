using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>The trained part of an <see cref="ActReader"/>.</summary>
/// <param name="Acts">The classifier of acts.</param>
/// <param name="Confirmations">The classifier of confirmations.</param>
/// <param name="Vocabularies">For each class of acts the words that several of its messages contain.</param>
internal sealed record ActModels(TextClassifier Acts, TextClassifier Confirmations, IReadOnlyList<HashSet<string>> Vocabularies)
{
    public void Save(SnapshotWriter writer)
    {
        Acts.Save(writer);
        Confirmations.Save(writer);
        writer.Write(Vocabularies.Count);
        foreach (var vocabulary in Vocabularies)
        {
            writer.Write([.. vocabulary.Order(StringComparer.Ordinal)]);
        }
    }

    public static ActModels Load(SnapshotReader reader)
    {
        var (acts, confirmations) = (TextClassifier.Load(reader), TextClassifier.Load(reader));
        var vocabularies = new HashSet<string>[reader.ReadValue<int>()];
        for (var i = 0; i < vocabularies.Length; i++)
        {
            vocabularies[i] = reader.ReadStrings().ToHashSet(StringComparer.Ordinal);
        }

        return new ActModels(acts, confirmations, vocabularies);
    }
}
