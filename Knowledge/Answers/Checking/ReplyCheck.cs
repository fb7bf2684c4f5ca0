using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Holds a worded answer against its passages, sentence by sentence, in code: whatever words it, and whatever it was told to say, only
/// what the passages say is shown. Pure; one instance for one answer.
/// </summary>
public sealed partial class ReplyCheck
{
    /// <summary>Sentences of a passage that may stand together for one of the answer's.</summary>
    private const int Together = 3;

    /// <summary>A passage that is asked about again is not read again.</summary>
    private static readonly ConditionalWeakTable<SupportPassage, PreparedPassage> Prepared = [];

    private readonly CheckRules rules;
    private readonly string lead;
    private readonly string canary;
    private readonly InstructionEcho echo;
    private readonly Dictionary<string, PreparedPassage> passages;
    private readonly List<DraftSentence> kept = [];
    private readonly List<DroppedSentence> dropped = [];
    private readonly HashSet<string> said = new(StringComparer.Ordinal);
    private int words;
    private int offered;
    private bool repeatsInstructions;

    /// <param name="passages">At least one; the first is the one that answers.</param>
    public ReplyCheck(IReadOnlyList<SupportPassage> passages, CheckRules rules)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(rules);
        this.rules = rules;
        lead = passages[0].Id;
        canary = Letters(rules.Canary);
        this.passages = passages
            .DistinctBy(passage => passage.Id, StringComparer.Ordinal)
            .ToDictionary(
                passage => passage.Id,
                passage => Prepared.GetValue(passage, fresh => new PreparedPassage(fresh.Text, rules.Language, Together)),
                StringComparer.Ordinal
            );
        echo = new InstructionEcho(rules.Instructions, passages.Select(passage => passage.Text));
    }

    /// <summary>Checks a whole answer.</summary>
    public static CheckedReply Check(IReadOnlyList<DraftSentence> sentences, IReadOnlyList<SupportPassage> passages, CheckRules rules)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var check = new ReplyCheck(passages, rules);
        foreach (var sentence in sentences)
        {
            check.Take(sentence);
        }

        return check.Result();
    }

    /// <summary>Checks the next sentence.</summary>
    /// <returns>The sentence as it may be shown; null when it may not.</returns>
    public DraftSentence? Take(DraftSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var visible = VisibleText.Clean(sentence.Text);
        var clean = sentence with { Text = PlainSentences.Plain(visible).Trim() };
        var length = VietnameseText.Words(clean.Text).Count;
        offered += length;
        if ((Markup().IsMatch(visible) ? DropReason.Markup : Judge(clean, length)) is { } reason)
        {
            dropped.Add(new DroppedSentence(sentence, reason));
            return null;
        }

        words += length;
        kept.Add(clean);
        return clean;
    }

    /// <summary>What is left. It still answers when it is half of what was offered or more, and holds something of the passage that
    /// answers.</summary>
    public CheckedReply Result() =>
        new(
            kept,
            dropped,
            !repeatsInstructions
                && kept.Count > 0
                && words * 2 >= offered
                && kept.Any(sentence => sentence.Passages.Contains(lead, StringComparer.Ordinal))
        );

    private DropReason? Judge(DraftSentence sentence, int length)
    {
        var text = sentence.Text;
        if (RepeatsCanary(text))
        {
            repeatsInstructions = true;
            return DropReason.Instruction;
        }

        List<PreparedPassage> cited =
        [
            .. sentence.Passages.Distinct(StringComparer.Ordinal).Where(passages.ContainsKey).Select(id => passages[id]),
        ];
        if (
            Addresses
                .In(text)
                .Any(address => !rules.Links.Contains(address) && !cited.Exists(passage => passage.Addresses.Contains(address)))
        )
        {
            return DropReason.Link;
        }

        if (Orders.Has(text) || echo.IsIn(text))
        {
            return DropReason.Instruction;
        }

        if (!IsInLanguage(text))
        {
            return DropReason.Language;
        }

        return cited.Count == 0 ? DropReason.UnknownPassage
            : words + length > rules.MaxWords ? DropReason.TooLong
            : !said.Add(VietnameseText.Fold(text)) ? DropReason.Repeated
            : Names.In(text).Any(name => !cited.Exists(passage => passage.Words.Contains(name, StringComparison.Ordinal))) ? DropReason.Name
            : PlainSentences.Of(text).Select(part => Unsupported(part, cited)).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>Why no place of the passages says this. Where one sentence has the words and not the meaning, its neighbours cannot lend
    /// it.</summary>
    private DropReason? Unsupported(string part, List<PreparedPassage> cited)
    {
        var tokens = SentenceTokens.Of(part, rules.Language);
        return Nearest(tokens, cited.SelectMany(passage => passage.Sentences)) is not DropReason.NoSupport and var reason
            ? reason
            : Nearest(tokens, cited.SelectMany(passage => passage.Together));
    }

    /// <returns>Null when a place says it; else the reason of the place that came nearest.</returns>
    private static DropReason? Nearest(SentenceTokens said, IEnumerable<SentenceTokens> places)
    {
        DropReason? nearest = DropReason.NoSupport;
        foreach (var place in places)
        {
            switch (Support.Missing(said, place))
            {
                case null:
                    return null;
                case DropReason.NoSupport:
                    break;
                case var reason:
                    nearest = reason;
                    break;
            }
        }

        return nearest;
    }

    /// <summary>However it is spelled: apart, backwards, in other case.</summary>
    private bool RepeatsCanary(string text)
    {
        if (canary.Length == 0)
        {
            return false;
        }

        var letters = Letters(text);
        return letters.Contains(canary, StringComparison.Ordinal)
            || letters.Contains(string.Concat(canary.Reverse()), StringComparison.Ordinal);
    }

    private bool IsInLanguage(string text)
    {
        if (text.Any(c => char.IsLetter(c) && c >= 0x250 && c is not (>= '\u1E00' and <= '\u1EFF')))
        {
            return false;
        }

        // Names are the same in every language: a sentence may be told by its other words alone.
        return IsTold(text) || IsTold(NameWord().Replace(text, " "));
    }

    private bool IsTold(string text)
    {
        var detected = LanguageDetector.Detect(text);
        return !detected.Certain || (detected.Lang == rules.Language && !(rules.Language == Lang.Vi && detected.DiacriticsMissing));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"[<>{}\[\]\\`|^]|^\s*#|\]\(|&[#\w]+;")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=\s)\p{Lu}\p{L}*")]
    private static partial Regex NameWord();
}
