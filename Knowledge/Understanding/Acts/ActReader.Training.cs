using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>What the classifiers of acts are trained on.</summary>
public sealed partial class ActReader
{
    private const float SureQuestionProbability = .5f;

    private ActModels Learn(List<ActExamples> actGroups, List<string> confirmationLines, PhrasingSet questions)
    {
        List<(string Text, int Class)> texts =
        [
            .. actGroups.SelectMany(
                group => group.GetExamples().SelectMany(GetSpellings),
                (group, line) => (line, classes.IndexOf(ActClass.FromExamples(group)))
            ),
            .. policy
                .Phrasings.Select(phrasing => (Phrasing: phrasing, Class: FindClass(phrasing)))
                .Where(phrasing => phrasing.Class >= 0)
                .SelectMany(phrasing => GetSpellings(phrasing.Phrasing.Text), (phrasing, text) => (text, phrasing.Class)),
        ];
        List<HashSet<string>> vocabularies =
        [
            .. classes.Select((_, i) => FindVocabulary(texts.Where(text => text.Class == i).Select(text => text.Text))),
        ];
        var firstClassifier = features.Train(texts, classes.Count);
        var askClass = classes.FindIndex(one => one.Act == DialogueAct.Ask);
        return new(
            features.Train([.. texts, .. FindCounterexamples(questions, askClass, firstClassifier, vocabularies)], classes.Count),
            features.Train(
                [
                    .. texts.Where(text => !confirmations.Contains(NormalizeKey(text.Text))).Select(text => (text.Text, 0)),
                    .. confirmationLines
                        .Concat(policy.Phrasings.Where(phrasing => phrasing.Act == DialogueAct.Confirm).Select(phrasing => phrasing.Text))
                        .SelectMany(GetSpellings)
                        .Select(text => (text, 1)),
                ],
                2
            ),
            vocabularies
        );
    }

    /// <summary>A hash of everything that the models are trained on.</summary>
    private static byte[] ComputeKey(ActPolicy policy, PhrasingSet questions)
    {
        using var key = new SnapshotKey();
        key.Add(policy.Openers)
            .Add(policy.Closers)
            .Add(policy.Abbreviations.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value }));
        foreach (var group in policy.Acts)
        {
            key.Add(group.Act.ToString()).Add(group.Target).Add(group.MaxWords).Add(group.MinProbability).Add(group.GetExamples());
        }

        foreach (var phrasing in policy.Phrasings)
        {
            key.Add(phrasing.Act.ToString()).Add(phrasing.Target).Add(phrasing.Text);
        }

        questions.AddTo(key.Add("questions"));
        return key.GetHash();
    }

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
    private IEnumerable<(string Text, int Class)> FindCounterexamples(
        PhrasingSet questions,
        int askClass,
        TextClassifier actClassifier,
        List<HashSet<string>> vocabularies
    ) =>
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
