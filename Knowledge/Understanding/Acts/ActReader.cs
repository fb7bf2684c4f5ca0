using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>What a message does.</summary>
/// <param name="Target">What the act is about, where it has one.</param>
/// <param name="Confidence">0 to 1; 1 where the message is one of the examples.</param>
public sealed record ReadAct(DialogueAct Act, string? Target, double Confidence);

/// <summary>Recognises what a message does: as one of the examples, else as the examples teach.</summary>
public sealed class ActReader
{
    private const int MostConfirmingWords = 8;

    private const double ConfirmFloor = .9;

    /// <summary>Share of the words that occur in examples of the act: the others name a matter, which makes the message a
    /// question.</summary>
    private const double LeastKnown = .65;

    /// <summary>The same where the probability is below <see cref="Sure"/>.</summary>
    private const double MostlyKnown = .8;

    private const double Sure = .75;

    private static readonly Lazy<ActReader> Shipped = new(() => new(ActPolicy.Default));

    private readonly ActPolicy policy;
    private readonly ActFeatures features;
    private readonly FrozenDictionary<string, ReadAct> examples;
    private readonly FrozenSet<string> confirmations;
    private readonly FrozenSet<string> confirming;
    private readonly FrozenSet<string> doubts;
    private readonly List<(DialogueAct Act, string? Target, int MostWords, double Floor)> classes;
    private readonly List<HashSet<string>> vocabularies;
    private readonly ActModel acts;
    private readonly ActModel confirms;

    internal ActReader(ActPolicy policy)
    {
        this.policy = policy;
        features = new ActFeatures(policy.Abbreviations);
        var others = policy.Acts.Where(group => group.Act != DialogueAct.Confirm).ToList();
        var confirmed = policy.Acts.Where(group => group.Act == DialogueAct.Confirm).SelectMany(group => group.Lines()).ToList();
        classes = [.. others.Select(group => (group.Act, group.Target, group.MostWords, group.Floor)).Distinct()];
        examples = others
            .SelectMany(group => group.Lines(), (group, line) => (Key: Key(line), Act: new ReadAct(group.Act, group.Target, 1)))
            .DistinctBy(example => example.Key)
            .ToFrozenDictionary(example => example.Key, example => example.Act, StringComparer.Ordinal);
        confirmations = confirmed.Select(Key).ToFrozenSet(StringComparer.Ordinal);
        confirming = confirmed
            .Concat(policy.Openers)
            .Concat(policy.Closers)
            .SelectMany(line => VietnameseText.Words(line.ToLowerInvariant().Normalize()))
            .ToFrozenSet(StringComparer.Ordinal);
        doubts = policy.Doubts.Select(VietnameseText.Fold).ToFrozenSet(StringComparer.Ordinal);
        List<(string Text, (DialogueAct, string?, int, double) Class)> texts =
        [
            .. others.SelectMany(
                group => group.Lines().SelectMany(Written),
                (group, line) => (line, (group.Act, group.Target, group.MostWords, group.Floor))
            ),
        ];
        vocabularies =
        [
            .. classes.Select(group =>
                texts.Where(text => text.Class == group).SelectMany(text => features.Words(text.Text)).ToHashSet(StringComparer.Ordinal)
            ),
        ];
        acts = ActModel.Learn(features, [.. texts.Select(text => (text.Text, classes.IndexOf(text.Class)))], classes.Count);
        confirms = ActModel.Learn(
            features,
            [
                .. texts.Where(text => !confirmations.Contains(Key(text.Text))).Select(text => (text.Text, 0)),
                .. confirmed.SelectMany(Written).Select(text => (text, 1)),
            ],
            2
        );
    }

    /// <summary>Learnt when first used from what is shipped with the program.</summary>
    public static ActReader Default => Shipped.Value;

    public ReadAct Read(string text)
    {
        if (Bare(Key(text), examples.ContainsKey) is { } example)
        {
            return examples[example];
        }

        var p = acts.Probabilities(text);
        var best = Array.IndexOf(p, p.Max());
        var words = features.Words(text);
        return
            p[best] >= classes[best].Floor
            && words.Count <= classes[best].MostWords
            && words.Count(vocabularies[best].Contains) >= (p[best] < Sure ? MostlyKnown : LeastKnown) * words.Count
            ? new(classes[best].Act, classes[best].Target, p[best])
            : new(DialogueAct.Ask, null, p[best]);
    }

    /// <summary>Says yes to what was asked and nothing else: no question, no refusal, no condition, no delay.</summary>
    public bool IsConfirmation(string text)
    {
        var words = VietnameseText.Words(text.ToLowerInvariant().Normalize());
        if (
            words.Count is 0 or > MostConfirmingWords
            || text.Contains('?', StringComparison.Ordinal)
            || words.Any(IsDoubt)
            || words.Any(IsOther)
        )
        {
            return false;
        }

        return Bare(Key(text), confirmations.Contains) is not null || confirms.Probabilities(text)[1] >= ConfirmFloor;
    }

    /// <summary>A word of doubt; one typed with marks is only the word that it is, so that "đúng" (right) is not "đừng" (do not).</summary>
    private bool IsDoubt(string word) =>
        doubts.Contains(VietnameseText.Fold(word))
        && (word.All(char.IsAscii) || policy.Doubts.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>A word typed with marks that no confirmation has: "dừng" (stop) is "đúng" (right) without them.</summary>
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

    /// <summary>The message, or what is left of it without polite words before and after, that is known; null when nothing is.</summary>
    private string? Bare(string key, Func<string, bool> isKnown)
    {
        while (!isKnown(key))
        {
            var closer = policy
                .Closers.Select(VietnameseText.Fold)
                .FirstOrDefault(word => key.EndsWith(" " + word, StringComparison.Ordinal));
            var opener = policy
                .Openers.Select(VietnameseText.Fold)
                .FirstOrDefault(word => key.StartsWith(word + " ", StringComparison.Ordinal));
            if (closer is null && opener is null)
            {
                return null;
            }

            key = closer is not null ? key[..^(closer.Length + 1)] : key[(opener!.Length + 1)..];
        }

        return key;
    }
}
