using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>The dialogue act of a message.</summary>
/// <param name="Target">What the act is about, where it has one.</param>
/// <param name="Confidence">0 to 1; 1 where the message is one of the examples.</param>
public sealed record ReadAct(DialogueAct Act, string? Target, double Confidence);

/// <summary>
/// Recognises dialogue acts: a message that equals an example has the act of the example, any other is classified. The phrasings by which
/// people ask for articles are the counterexamples, so that a question which shares words with an act stays a question.
/// </summary>
public sealed class ActReader
{
    private const int MostConfirmingWords = 8;

    private const double ConfirmFloor = .9;

    /// <summary>
    /// The least share of words that occur in examples of the act. A message with more unknown words names a matter and is a question.
    /// </summary>
    private const double LeastKnown = .65;

    /// <summary>The least share of known words where the probability is below <see cref="Sure"/>.</summary>
    private const double MostlyKnown = .8;

    private const double Sure = .75;

    private static readonly Lock Learning = new();

    private static volatile ActReader? shared;
    private static volatile ActReader? prepared;

    private readonly ActPolicy policy;
    private readonly ActFeatures features;
    private readonly FrozenDictionary<string, ReadAct> examples;
    private readonly FrozenSet<string> confirmations;
    private readonly FrozenDictionary<DialogueAct, ILookup<string, string>> marked;
    private readonly FrozenSet<string> confirming;
    private readonly FrozenSet<string> doubts;
    private readonly string[] openers;
    private readonly string[] closers;
    private readonly string[] anywhere;
    private readonly string[] first;
    private readonly string[] final;
    private readonly List<ActClass> classes;
    private readonly List<HashSet<string>> vocabularies;
    private readonly TextClassifier acts;
    private readonly TextClassifier confirms;

    private volatile Kept? last;

    internal ActReader(ActPolicy policy, PhrasingSet questions)
    {
        this.policy = policy;
        features = new ActFeatures(policy.Abbreviations);
        openers = [.. policy.Openers.Select(Key)];
        closers = [.. policy.Closers.Select(Key)];
        anywhere = [.. policy.Questions.Anywhere.Select(Key)];
        first = [.. policy.Questions.First.Select(Key)];
        final = [.. policy.Questions.Last.Select(Key)];
        var others = policy.Acts.Where(group => group.Act != DialogueAct.Confirm).ToList();
        var confirmed = policy.Acts.Where(group => group.Act == DialogueAct.Confirm).SelectMany(group => group.Lines()).ToList();
        classes = [.. others.Select(ActClass.Of).Distinct()];
        examples = others
            .SelectMany(group => group.Lines(), (group, line) => (Key: Key(line), Act: new ReadAct(group.Act, group.Target, 1)))
            .DistinctBy(example => example.Key)
            .ToFrozenDictionary(example => example.Key, example => example.Act, StringComparer.Ordinal);
        marked = others
            .GroupBy(group => group.Act)
            .ToFrozenDictionary(
                group => group.Key,
                group =>
                    group
                        .SelectMany(one => one.Lines())
                        .Concat(policy.Openers)
                        .Concat(policy.Closers)
                        .SelectMany(Marked)
                        .ToLookup(VietnameseText.Fold, VietnameseText.Canonicalize, StringComparer.Ordinal)
            );
        confirmations = confirmed.Select(Key).ToFrozenSet(StringComparer.Ordinal);
        confirming = confirmed
            .Concat(policy.Openers)
            .Concat(policy.Closers)
            .SelectMany(line => VietnameseText.SplitIntoWords(line.ToLowerInvariant().Normalize()))
            .ToFrozenSet(StringComparer.Ordinal);
        doubts = policy.Doubts.Select(VietnameseText.Fold).ToFrozenSet(StringComparer.Ordinal);

        List<(string Text, int Class)> texts =
        [
            .. others.SelectMany(group => group.Lines().SelectMany(Written), (group, line) => (line, classes.IndexOf(ActClass.Of(group)))),
        ];
        vocabularies =
        [
            .. classes.Select(
                (_, i) =>
                    texts.Where(text => text.Class == i).SelectMany(text => features.Words(text.Text)).ToHashSet(StringComparer.Ordinal)
            ),
        ];
        acts = features.Learn(texts, classes.Count);
        acts = features.Learn([.. texts, .. Mistaken(questions, classes.FindIndex(one => one.Act == DialogueAct.Ask))], classes.Count);
        confirms = features.Learn(
            [
                .. texts.Where(text => !confirmations.Contains(Key(text.Text))).Select(text => (text.Text, 0)),
                .. confirmed.SelectMany(Written).Select(text => (text, 1)),
            ],
            2
        );
    }

    /// <summary>The reader of the policy in use. It learns when it is first used, unless it was prepared.</summary>
    public static ActReader Default =>
        shared is { } reader && reader.policy == ConversationPolicy.Current.Acts ? reader : Prepare(ConversationPolicy.Current.Acts);

    /// <summary>Learns a policy before it comes into use.</summary>
    internal static ActReader Prepare(ActPolicy acts)
    {
        lock (Learning)
        {
            if (shared is { } last && last.policy == acts)
            {
                return last;
            }

            // The one in use stays at hand until the new policy is in use.
            if (prepared is not { } next || next.policy != acts)
            {
                prepared = next = new(acts, PhrasingSet.Default);
            }

            if (shared is null || ConversationPolicy.Current.Acts == acts)
            {
                (shared, prepared) = (next, shared);
            }

            return next;
        }
    }

    /// <summary>The act of a whole message; <see cref="DialogueAct.Ask"/> where none is certain enough.</summary>
    public ReadAct Read(string text)
    {
        if (ExampleOf(text) is { } example)
        {
            return example;
        }

        var p = acts.Probabilities(features.Of(text));
        var best = Array.IndexOf(p, p.Max());
        var words = features.Words(text);
        return
            p[best] >= classes[best].Floor
            && words.Count <= classes[best].MostWords
            && words.Count(vocabularies[best].Contains) >= (p[best] < Sure ? MostlyKnown : LeastKnown) * words.Count
            ? new(classes[best].Act, classes[best].Target, p[best])
            : new(DialogueAct.Ask, null, p[best]);
    }

    /// <summary>The message taken apart. One message is read several times in a turn, so the last reading is kept.</summary>
    public MessageReading ReadMessage(string text)
    {
        var kept = last;
        if (kept?.Text != text)
        {
            last = kept = new(text, MessageReading.Of(this, text));
        }

        return kept.Reading;
    }

    /// <summary>Whether a text equals an example, apart from polite words around it.</summary>
    public bool IsExample(string text) => ExampleOf(text) is not null;

    /// <summary>Words typed with diacritics must be those of the act: "nhầm" (mistaken) is not "nhảm" (nonsense).</summary>
    private ReadAct? ExampleOf(string text) =>
        Bare(Key(text), examples.ContainsKey) is { } key
        && examples[key] is var example
        && Marked(text)
            .All(word =>
                marked[example.Act][VietnameseText.Fold(word)] is var same
                && (!same.Any() || same.Contains(VietnameseText.Canonicalize(word)))
            )
            ? example
            : null;

    private static IEnumerable<string> Marked(string text) => VietnameseText.SplitIntoWords(text).Where(word => !word.All(char.IsAscii));

    /// <summary>Whether a text has the words of a question.</summary>
    /// <param name="byEnding">Also by its last word, which may be a plain "không" (no) where yes or no is asked for.</param>
    public bool IsQuestion(string text, bool byEnding = true)
    {
        var key = Key(text);
        return Array.Exists(anywhere, word => $" {key} ".Contains($" {word} ", StringComparison.Ordinal))
            || Array.Exists(first, word => key.StartsWith(word + " ", StringComparison.Ordinal))
            || byEnding && Bare(key, rest => Array.Exists(final, word => rest.EndsWith(" " + word, StringComparison.Ordinal))) is not null;
    }

    /// <summary>Whether a message agrees and does nothing else: it asks, refuses, conditions and delays nothing.</summary>
    public bool IsConfirmation(string text)
    {
        var words = VietnameseText.SplitIntoWords(text.ToLowerInvariant().Normalize());
        if (
            words.Count is 0 or > MostConfirmingWords
            || text.Contains('?', StringComparison.Ordinal)
            || words.Any(IsDoubt)
            || words.Any(IsOther)
        )
        {
            return false;
        }

        return Bare(Key(text), confirmations.Contains) is not null || confirms.Probabilities(features.Of(text))[1] >= ConfirmFloor;
    }

    /// <summary>
    /// The questions that the examples alone would take for an act, or nearly: the counterexamples from which most is learnt. Most
    /// questions hold too many words that no act has, and can never be mistaken.
    /// </summary>
    private IEnumerable<(string Text, int Class)> Mistaken(PhrasingSet questions, int asks) =>
        asks < 0
            ? []
            : questions
                .All.SelectMany(question => Written(question.Text))
                .Where(text =>
                    features.Words(text) is var words
                    && vocabularies.Index().Any(one => one.Index != asks && words.Count(one.Item.Contains) >= LeastKnown * words.Count)
                    && !examples.ContainsKey(Key(text))
                    && acts.Probabilities(features.Of(text))[asks] < SureOfQuestion
                )
                .Select(text => (text, asks));

    private const float SureOfQuestion = .5f;

    /// <summary>
    /// Whether a word expresses doubt. A word typed with diacritics counts only as itself, so that "đúng" (right) is not "đừng" (do not).
    /// </summary>
    private bool IsDoubt(string word) =>
        doubts.Contains(VietnameseText.Fold(word))
        && (word.All(char.IsAscii) || policy.Doubts.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a word typed with diacritics occurs in no confirmation: without diacritics "dừng" (stop) equals "đúng" (right).
    /// </summary>
    private bool IsOther(string word) => !word.All(char.IsAscii) && !confirming.Contains(word);

    private static IEnumerable<string> Written(string line)
    {
        yield return line;
        if (VietnameseText.Fold(line) is var folded && folded != line)
        {
            yield return folded;
        }
    }

    private string Key(string text)
    {
        var words = features.Words(text);
        return words.Count > 0 ? string.Join(' ', words) : string.Concat(text.EnumerateRunes().Distinct()).Trim();
    }

    /// <summary>Strips polite words from both ends until the rest is known; null when it never is.</summary>
    private string? Bare(string key, Func<string, bool> isKnown)
    {
        while (!isKnown(key))
        {
            var closer = Array.Find(closers, word => key.EndsWith(" " + word, StringComparison.Ordinal));
            var opener = Array.Find(openers, word => key.StartsWith(word + " ", StringComparison.Ordinal));
            if (closer is null && opener is null)
            {
                return null;
            }

            key = closer is not null ? key[..^(closer.Length + 1)] : key[(opener!.Length + 1)..];
        }

        return key;
    }

    private sealed record Kept(string Text, MessageReading Reading);

    private sealed record ActClass(DialogueAct Act, string? Target, int MostWords, double Floor)
    {
        public static ActClass Of(ActExamples group) => new(group.Act, group.Target, group.MostWords, group.Floor);
    }
}
