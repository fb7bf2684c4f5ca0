using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>What the classifiers of acts are trained on.</summary>
public sealed partial class ActReader
{
    private const float SureQuestionProbability = .5f;

    /// <summary>The index of the class of a writer's message; negative for a confirmation, which has a classifier of its own.</summary>
    private int FindClass(ActPhrasing phrasing) => classes.FindIndex(one => one.Act == phrasing.Act && one.Target == phrasing.Target);

    /// <summary>The words of a class, but for those of one message alone: that is what the message was about.</summary>
    private HashSet<string> FindVocabulary(IEnumerable<string> texts) =>
        texts
            .Select(features.SplitIntoWords)
            .DistinctBy(words => string.Join(' ', words))
            .SelectMany(words => words.Distinct())
            .CountBy(word => word)
            .Where(count => count.Value > 1)
            .Select(count => count.Key)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The questions that a classifier trained on the examples alone takes for an act, or nearly: the most useful counterexamples. Most
    /// questions contain too many words that no act has and need not be trained.
    /// </summary>
    private IEnumerable<(string Text, int Class)> FindCounterexamples(PhrasingSet questions, int askClass) =>
        askClass < 0
            ? []
            : questions
                .All.SelectMany(question => GetSpellings(question.Text))
                .Where(text =>
                    features.SplitIntoWords(text) is var words
                    && vocabularies
                        .Index()
                        .Any(one => one.Index != askClass && words.Count(one.Item.Contains) >= MinKnownShare * words.Count)
                    && !examples.ContainsKey(NormalizeKey(text))
                    && actClassifier.Predict(features.Extract(text))[askClass] < SureQuestionProbability
                )
                .Select(text => (text, askClass));

    private static IEnumerable<string> GetSpellings(string line)
    {
        yield return line;
        if (VietnameseText.Fold(line) is var folded && folded != line)
        {
            yield return folded;
        }
    }
}
