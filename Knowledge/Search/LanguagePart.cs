using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Learning;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>The index of one language's passages.</summary>
/// <param name="Docs">The passages of the index in all passages.</param>
/// <param name="LearntFrom">The phrasings that its classifier was trained on.</param>
internal sealed record LanguagePart(int[] Docs, LanguageIndex Index, Lazy<ClassifierExamples> LearntFrom)
{
    /// <param name="index">The index of these passages, with a classifier that was trained on them.</param>
    public static LanguagePart Create(int[] docs, LanguageIndex index, IReadOnlyList<Passage> passages) =>
        new(docs, index, new(() => ClassifierExamples.Collect(docs, passages)));

    public static LanguagePart Build(int[] docs, Lang lang, IReadOnlyList<Passage> passages)
    {
        LanguageIndex? index = null;
        PhrasingClassifier? classifier = null;
        ParallelWork.Invoke(
            () => index = new LanguageIndexBuilder(lang).Build(docs.Select(doc => passages[doc])),
            () => classifier = ClassifierExamples.Collect(docs, passages).Train(lang)
        );
        return Create(docs, index!.WithClassifier(classifier), passages);
    }

    public static LanguagePart BuildUnlearnt(int[] docs, Lang lang, IReadOnlyList<Passage> passages, SearchIndex learnt)
    {
        var index = new LanguageIndexBuilder(lang).Build(docs.Select(doc => passages[doc]));
        if (learnt.FindPart(lang) is not { } former)
        {
            return new(docs, index, new(ClassifierExamples.None));
        }

        // Evaluated now, so that the earlier passages are not kept.
        var learntFrom = new Lazy<ClassifierExamples>(former.LearntFrom.Value);
        if (former.Index.Classifier is not { } classifier)
        {
            return new(docs, index, learntFrom);
        }

        var phrased = docs.Select((doc, i) => (Passage: passages[doc], Doc: i))
            .Where(x => x.Passage.Phrasings.Count > 0 || x.Passage.Examples.Count > 0)
            .ToLookup(x => x.Passage.ArticleKey, x => x.Doc, StringComparer.Ordinal);
        int[][] passagesByClass =
        [
            .. classifier.Passages.Select(ofClass =>
                ofClass is [var first, ..] ? phrased[learnt.Passages[former.Docs[first]].ArticleKey].ToArray() : []
            ),
        ];
        return new(docs, index.WithClassifier(classifier.WithPassages(passagesByClass)), learntFrom);
    }

    public LanguagePart Learn(IReadOnlyList<Passage> passages)
    {
        var examples = ClassifierExamples.Collect(Docs, passages);
        var classifier = examples.HasSameTexts(LearntFrom.Value)
            ? Index.Classifier?.WithPassages(examples.Passages)
            : examples.Train(Index.Vocabulary.Lang);
        return new(Docs, Index.WithClassifier(classifier), new(examples));
    }
}
