using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>
/// Recognises dialogue acts: a message that equals an example has the act of the example, any other is classified. The phrasings by which
/// people ask for articles are the counterexamples, so that a question which shares words with an act stays a question.
/// </summary>
public sealed partial class ActReader
{
    private const int MaxConfirmationWords = 8;

    private const double MinConfirmationProbability = .9;

    /// <summary>
    /// The minimum share of words that occur in examples of the act. A message with more unknown words names a matter and is a question.
    /// </summary>
    private const double MinKnownShare = .65;

    /// <summary>The minimum share of known words when the probability is below <see cref="SureProbability"/>.</summary>
    private const double MinKnownShareWhenUnsure = .8;

    private const double SureProbability = .75;

    /// <summary>In a message as short as this, one unknown word is the matter: "FDI là gì".</summary>
    private const int FewWords = 4;

    /// <summary>Only a message that equals an example is certain.</summary>
    private const double MaxLearntConfidence = .999;

    private static readonly Lock TrainingLock = new();

    private static volatile ActReader? current;
    private static volatile ActReader? prepared;

    private readonly ActPolicy policy;
    private readonly ActFeatures features;
    private readonly FrozenDictionary<string, RecognizedAct> examples;
    private readonly FrozenSet<string> confirmations;
    private readonly FrozenDictionary<DialogueAct, ILookup<string, string>> wordsWithDiacritics;
    private readonly FrozenSet<string> confirmationWords;
    private readonly FrozenSet<string> doubtWords;
    private readonly PoliteWords politeWords;
    private readonly string[] questionPhrases;
    private readonly string[] questionOpenings;
    private readonly string[] questionEndings;
    private readonly List<ActClass> classes;
    private readonly ActModels models;

    private readonly RecentResults<string, MessageReading> readings;

    /// <param name="snapshots">Where the trained models are stored; null for those of the build.</param>
    internal ActReader(ActPolicy policy, PhrasingSet questions, SnapshotStore? snapshots = null)
    {
        this.policy = policy;
        readings = new(128, text => MessageReading.Read(this, text));
        features = new ActFeatures(policy.Abbreviations);
        politeWords = new([.. policy.Openers.Select(NormalizeKey)], [.. policy.Closers.Select(NormalizeKey)]);
        questionPhrases = [.. policy.QuestionForms.PhrasesAnywhere.Select(phrase => $" {NormalizeKey(phrase)} ")];
        questionOpenings = [.. policy.QuestionForms.PhrasesAtStart.Select(phrase => $"{NormalizeKey(phrase)} ")];
        questionEndings = [.. policy.QuestionForms.PhrasesAtEnd.Select(phrase => $" {NormalizeKey(phrase)}")];
        var actGroups = policy.Acts.Where(group => group.Act != DialogueAct.Confirm).ToList();
        var confirmationLines = policy
            .Acts.Where(group => group.Act == DialogueAct.Confirm)
            .SelectMany(group => group.GetExamples())
            .ToList();
        classes = [.. actGroups.Select(ActClass.FromExamples).Distinct()];
        examples = actGroups
            .SelectMany(
                group => group.GetExamples(),
                (group, line) => (Key: NormalizeKey(line), Act: new RecognizedAct(group.Act, group.Target, 1))
            )
            .DistinctBy(example => example.Key)
            .ToFrozenDictionary(example => example.Key, example => example.Act, StringComparer.Ordinal);
        wordsWithDiacritics = actGroups
            .GroupBy(group => group.Act)
            .ToFrozenDictionary(
                group => group.Key,
                group =>
                    group
                        .SelectMany(one => one.GetExamples())
                        .Concat(policy.Openers)
                        .Concat(policy.Closers)
                        .SelectMany(FindWordsWithDiacritics)
                        .ToLookup(VietnameseText.Fold, VietnameseText.Canonicalize, StringComparer.Ordinal)
            );
        confirmations = confirmationLines.Select(NormalizeKey).ToFrozenSet(StringComparer.Ordinal);
        confirmationWords = confirmationLines
            .Concat(policy.Openers)
            .Concat(policy.Closers)
            .SelectMany(line => VietnameseText.SplitIntoWords(line.ToLowerInvariant().Normalize()))
            .ToFrozenSet(StringComparer.Ordinal);
        doubtWords = policy.DoubtWords.Select(VietnameseText.Fold).ToFrozenSet(StringComparer.Ordinal);

        models = (snapshots ?? SnapshotStore.Shipped)
            .Open(
                "acts",
                ComputeKey(policy, questions),
                ActModels.Load,
                () => Learn(actGroups, confirmationLines, questions),
                (learnt, writer) => learnt.Save(writer)
            )
            .Value;
    }

    /// <summary>The reader of the current policy. It is trained on first use, unless it was prepared.</summary>
    public static ActReader Default =>
        current is { } reader && reader.policy == ConversationPolicy.Current.Acts ? reader : Prepare(ConversationPolicy.Current.Acts);

    /// <summary>Trains a reader for a policy before the policy becomes the current one.</summary>
    internal static ActReader Prepare(ActPolicy policy, SnapshotStore? snapshots = null)
    {
        lock (TrainingLock)
        {
            if (current is { } reader && reader.policy == policy)
            {
                return reader;
            }

            // The current reader is kept until the new policy is current.
            if (prepared is not { } trained || trained.policy != policy)
            {
                prepared = trained = new(policy, PhrasingSet.Default, snapshots);
            }

            if (current is null || ConversationPolicy.Current.Acts == policy)
            {
                (current, prepared) = (trained, current);
            }

            return trained;
        }
    }

    /// <summary>The act of a whole message; <see cref="DialogueAct.Ask"/> when no other is certain enough.</summary>
    public RecognizedAct Classify(string text)
    {
        if (FindExample(text) is { } example)
        {
            return example;
        }

        var probabilities = models.Acts.Predict(features.Extract(text));
        var best = Array.IndexOf(probabilities, probabilities.Max());
        var words = features.SplitIntoWords(text);
        var confidence = Math.Min(probabilities[best], MaxLearntConfidence);
        var target = classes[best].Act is DialogueAct.Language or DialogueAct.Repeat
            ? LanguageTarget.Find(policy, text, classes[best].Target)
            : classes[best].Target;
        return
            confidence >= classes[best].MinProbability
            && words.Count <= classes[best].MaxWords
            && words.Count(models.Vocabularies[best].Contains) >= GetMinKnownShare(words.Count, confidence) * words.Count
            && (target is not null || classes[best].Target is null)
            ? new(classes[best].Act, target, confidence)
            : new(DialogueAct.Ask, null, confidence);
    }

    private static double GetMinKnownShare(int words, double confidence) =>
        words <= FewWords ? 1
        : confidence < SureProbability ? MinKnownShareWhenUnsure
        : MinKnownShare;

    /// <summary>What speaks for the likeliest command or courtesy of a whole message, however uncertain it is.</summary>
    internal ActEvidence FindEvidence(string text)
    {
        var probabilities = models.Acts.Predict(features.Extract(text));
        var best = classes
            .Index()
            .Where(one => IsDone(one.Item.Act) && NamesTarget(one.Item, text))
            .MaxBy(one => probabilities[one.Index])
            .Index;
        var words = features.SplitIntoWords(text);
        return new(
            new(classes[best].Act, classes[best].Target, probabilities[best]),
            classes.Index().Where(one => one.Item.Act is DialogueAct.Ask or DialogueAct.Inform).Sum(one => probabilities[one.Index]),
            words.Count == 0 ? 0 : words.Count(models.Vocabularies[best].Contains) / (double)words.Count,
            IsQuestion(text) || text.Contains('?', StringComparison.Ordinal)
        );
    }

    /// <summary>A wish for a language names it.</summary>
    private bool NamesTarget(ActClass one, string text) =>
        one.Act is not (DialogueAct.Language or DialogueAct.Repeat) || LanguageTarget.Find(policy, text, one.Target) == one.Target;

    /// <summary>Whether an act is done or returned by itself; questions and facts are for articles and rules.</summary>
    private static bool IsDone(DialogueAct act) =>
        act is not (DialogueAct.Ask or DialogueAct.Inform or DialogueAct.Confirm or DialogueAct.Unlawful or DialogueAct.Nonsense);

    /// <summary>
    /// Separates the act of a message from the rest. A message is read several times in a turn, so the last readings are cached.
    /// </summary>
    public MessageReading ReadMessage(string text) => readings.Get(text);

    /// <summary>Whether a text equals an example, apart from polite words around it.</summary>
    public bool IsExample(string text) => FindExample(text) is not null;

    /// <summary>Words typed with diacritics must be those of the act: "nhầm" (mistaken) is not "nhảm" (nonsense).</summary>
    private RecognizedAct? FindExample(string text) =>
        politeWords.Strip(NormalizeKey(text), examples.ContainsKey) is { } key
        && examples[key] is var example
        && FindWordsWithDiacritics(text)
            .All(word =>
                wordsWithDiacritics[example.Act][VietnameseText.Fold(word)] is var spellings
                && (!spellings.Any() || spellings.Contains(VietnameseText.Canonicalize(word)))
            )
            ? example
            : null;

    private static IEnumerable<string> FindWordsWithDiacritics(string text) =>
        VietnameseText.SplitIntoWords(text).Where(word => !word.All(char.IsAscii));

    /// <summary>Whether a text has the words of a question.</summary>
    /// <param name="includeEnding">Whether the last word counts; where yes or no was asked for, it can be a plain "không" (no).</param>
    public bool IsQuestion(string text, bool includeEnding = true)
    {
        var key = NormalizeKey(text);
        var paddedKey = $" {key} ";
        return Array.Exists(questionPhrases, phrase => paddedKey.Contains(phrase, StringComparison.Ordinal))
            || Array.Exists(questionOpenings, opening => key.StartsWith(opening, StringComparison.Ordinal))
            || includeEnding
                && politeWords.Strip(key, rest => Array.Exists(questionEndings, ending => rest.EndsWith(ending, StringComparison.Ordinal)))
                    is not null;
    }

    /// <summary>Whether a message only agrees: without a question, a refusal, a condition or a delay.</summary>
    public bool IsConfirmation(string text)
    {
        var words = VietnameseText.SplitIntoWords(text);
        if (
            words.Count is 0 or > MaxConfirmationWords
            || text.Contains('?', StringComparison.Ordinal)
            || words.Any(IsDoubt)
            || words.Any(IsUnknownWithDiacritics)
        )
        {
            return false;
        }

        return politeWords.Strip(NormalizeKey(text), confirmations.Contains) is not null
            || models.Confirmations.Predict(features.Extract(text))[1] >= MinConfirmationProbability;
    }

    /// <summary>
    /// Whether a word expresses doubt. A word typed with diacritics counts only as itself, so that "đúng" (right) is not "đừng" (do not).
    /// </summary>
    private bool IsDoubt(string word) =>
        doubtWords.Contains(VietnameseText.Fold(word))
        && (word.All(char.IsAscii) || policy.DoubtWords.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a word typed with diacritics occurs in no confirmation: without diacritics "dừng" (stop) equals "đúng" (right).
    /// </summary>
    private bool IsUnknownWithDiacritics(string word) => !word.All(char.IsAscii) && !confirmationWords.Contains(word);

    private string NormalizeKey(string text)
    {
        var words = features.SplitIntoWords(text);
        return words.Count > 0 ? string.Join(' ', words) : string.Concat(text.EnumerateRunes().Distinct()).Trim();
    }

    private sealed record ActClass(DialogueAct Act, string? Target, int MaxWords, double MinProbability)
    {
        public static ActClass FromExamples(ActExamples group) => new(group.Act, group.Target, group.MaxWords, group.MinProbability);
    }
}
