using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>What a message does.</summary>
/// <param name="Target">What the act is about, where it has one.</param>
/// <param name="Confidence">0 to 1; 1 where the message is one of the examples.</param>
internal sealed record ReadAct(DialogueAct Act, string? Target, double Confidence);

/// <summary>Recognises what a message does: as one of the examples, else as the examples teach.</summary>
internal sealed class ActReader
{
    /// <summary>Longer messages have content, whatever else they do.</summary>
    private const int MostWords = 16;

    private const int MostConfirmingWords = 8;

    /// <summary>Below it the message is a question: taking a question for a command interrupts, asking again does not.</summary>
    private const double Floor = .75;

    private const double ConfirmFloor = .9;

    private static readonly Lazy<ActReader> Shipped = new(() => new(ActPolicy.Default));

    private readonly ActPolicy policy;
    private readonly FrozenDictionary<string, ReadAct> examples;
    private readonly FrozenSet<string> confirmations;
    private readonly FrozenSet<string> doubts;
    private readonly List<(DialogueAct Act, string? Target)> classes;
    private readonly ActModel acts;
    private readonly ActModel confirms;

    public ActReader(ActPolicy policy)
    {
        this.policy = policy;
        var others = policy.Acts.Where(group => group.Act != DialogueAct.Confirm).ToList();
        var confirmed = policy.Acts.Where(group => group.Act == DialogueAct.Confirm).SelectMany(group => group.Lines()).ToList();
        classes = [.. others.Select(group => (group.Act, group.Target)).Distinct()];
        examples = others
            .SelectMany(group => group.Lines(), (group, line) => (Key: Key(line), Act: new ReadAct(group.Act, group.Target, 1)))
            .DistinctBy(example => example.Key)
            .ToFrozenDictionary(example => example.Key, example => example.Act, StringComparer.Ordinal);
        confirmations = confirmed.Select(Key).ToFrozenSet(StringComparer.Ordinal);
        doubts = policy.Doubts.Select(VietnameseText.Fold).ToFrozenSet(StringComparer.Ordinal);
        List<(string Text, (DialogueAct, string?) Class)> texts =
        [
            .. others.SelectMany(group => group.Lines().SelectMany(Written), (group, line) => (line, (group.Act, group.Target))),
        ];
        acts = ActModel.Learn([.. texts.Select(text => (text.Text, classes.IndexOf(text.Class)))], classes.Count);
        confirms = ActModel.Learn(
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
        if (examples.TryGetValue(Key(text), out var exact) || examples.TryGetValue(Bare(Key(text)), out exact))
        {
            return exact;
        }

        if (VietnameseText.Words(text).Count is 0 or > MostWords)
        {
            return new(DialogueAct.Ask, null, 0);
        }

        var p = acts.Probabilities(text);
        var best = Array.IndexOf(p, p.Max());
        return p[best] >= Floor ? new(classes[best].Act, classes[best].Target, p[best]) : new(DialogueAct.Ask, null, p[best]);
    }

    /// <summary>Says yes to what was asked and nothing else: no question, no refusal, no condition, no delay.</summary>
    public bool IsConfirmation(string text)
    {
        var words = VietnameseText.Words(text.ToLowerInvariant().Normalize());
        if (words.Count is 0 or > MostConfirmingWords || text.Contains('?', StringComparison.Ordinal) || words.Any(IsDoubt))
        {
            return false;
        }

        return confirmations.Contains(Key(text)) || confirmations.Contains(Bare(Key(text))) || confirms.Probabilities(text)[1] >= ConfirmFloor;
    }

    /// <summary>A word of doubt; one typed with marks is only the word that it is, so that "đúng" (right) is not "đừng" (do not).</summary>
    private bool IsDoubt(string word) =>
        doubts.Contains(VietnameseText.Fold(word))
        && (word.All(char.IsAscii) || policy.Doubts.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Written(string line)
    {
        yield return line;
        if (VietnameseText.Fold(line) is var folded && folded != line)
        {
            yield return folded;
        }
    }

    private static string Key(string text)
    {
        var words = VietnameseText.Words(VietnameseText.Fold(text));
        return words.Count > 0 ? string.Join(' ', words) : string.Concat(text.EnumerateRunes().Distinct()).Trim();
    }

    private string Bare(string key)
    {
        for (var isShorter = true; isShorter; )
        {
            isShorter = false;
            foreach (var opener in policy.Openers.Select(VietnameseText.Fold).Where(opener => key.StartsWith(opener + " ", StringComparison.Ordinal)))
            {
                (key, isShorter) = (key[(opener.Length + 1)..], true);
                break;
            }

            foreach (var closer in policy.Closers.Select(VietnameseText.Fold).Where(closer => key.EndsWith(" " + closer, StringComparison.Ordinal)))
            {
                (key, isShorter) = (key[..^(closer.Length + 1)], true);
                break;
            }
        }

        return key;
    }
}
