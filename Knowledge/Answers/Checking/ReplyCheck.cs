using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Checks a worded answer against its passages, sentence by sentence: whatever the model was told to say, only what the passages state is
/// shown. One instance checks one answer.
/// </summary>
public sealed partial class ReplyCheck
{
    /// <summary>The number of consecutive sentences that may support one sentence of the answer together.</summary>
    private const int MaxJoined = 3;

    /// <summary>Caches prepared passages as long as the passages exist.</summary>
    private static readonly ConditionalWeakTable<SupportPassage, PreparedPassage> Prepared = [];

    private readonly CheckRules rules;
    private readonly string lead;
    private readonly string canary;
    private readonly InstructionEcho echo;
    private readonly Dictionary<string, PreparedPassage> passages;
    private readonly List<DraftSentence> kept = [];
    private readonly List<DroppedSentence> dropped = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int words;
    private int received;
    private bool repeatsInstructions;

    /// <param name="passages">At least one; the first one answers the question.</param>
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
                passage => Prepared.GetValue(passage, fresh => new PreparedPassage(fresh.Text, rules.Language, MaxJoined)),
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
    /// <returns>The sentence to show; null if it must not be shown.</returns>
    public DraftSentence? Take(DraftSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var visible = VisibleText.Clean(sentence.Text);
        var clean = sentence with { Text = PlainSentences.Plain(visible).Trim() };
        var length = VietnameseText.SplitIntoWords(clean.Text).Count;
        received += length;
        if ((MarkupRegex().IsMatch(visible) ? DropReason.Markup : DropReasonOf(clean, length)) is { } reason)
        {
            dropped.Add(new DroppedSentence(sentence, reason));
            return null;
        }

        words += length;
        kept.Add(clean);
        return clean;
    }

    /// <summary>
    /// The kept sentences. They still answer the question if they make up at least half of the words and cite the first passage.
    /// </summary>
    public CheckedReply Result() =>
        new(
            kept,
            dropped,
            !repeatsInstructions
                && kept.Count > 0
                && words * 2 >= received
                && kept.Any(sentence => sentence.Passages.Contains(lead, StringComparer.Ordinal))
        );

    private DropReason? DropReasonOf(DraftSentence sentence, int length)
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

        if (PromptInjection.IsIn(text) || echo.IsIn(text))
        {
            return DropReason.Instruction;
        }

        if (!IsInLanguage(text))
        {
            return DropReason.Language;
        }

        return cited.Count == 0 ? DropReason.UnknownPassage
            : words + length > rules.MaxWords ? DropReason.TooLong
            : !seen.Add(VietnameseText.Fold(text)) ? DropReason.Repeated
            : Names.In(text).Any(name => !cited.Exists(passage => passage.Words.Contains(name, StringComparison.Ordinal))) ? DropReason.Name
            : PlainSentences.Of(text).Select(part => Unsupported(part, cited)).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>
    /// Why no sentence of the passages supports this one. If a single sentence has its words but another meaning, joined sentences are not
    /// tried.
    /// </summary>
    private DropReason? Unsupported(string part, List<PreparedPassage> cited)
    {
        var tokens = SentenceTokens.Of(part, rules.Language);
        return ClosestReason(tokens, cited.SelectMany(passage => passage.Sentences)) is not DropReason.NoSupport and var reason
            ? reason
            : ClosestReason(tokens, cited.SelectMany(passage => passage.Joined));
    }

    /// <returns>Null if a source supports the claim; else the reason of the closest source.</returns>
    private static DropReason? ClosestReason(SentenceTokens claim, IEnumerable<SentenceTokens> sources)
    {
        DropReason? closest = DropReason.NoSupport;
        foreach (var source in sources)
        {
            switch (Support.Missing(claim, source))
            {
                case null:
                    return null;
                case DropReason.NoSupport:
                    break;
                case var reason:
                    closest = reason;
                    break;
            }
        }

        return closest;
    }

    /// <summary>Also finds it spelled apart, backwards or in another case.</summary>
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

        // Names are the same in every language, so the language of the other words may decide.
        return IsDetected(text) || IsDetected(NameWordRegex().Replace(text, " "));
    }

    private bool IsDetected(string text)
    {
        var detected = LanguageDetector.Detect(text);
        return !detected.IsCertain || (detected.Lang == rules.Language && !(rules.Language == Lang.Vi && detected.LacksDiacritics));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"[<>{}\[\]\\`|^]|^\s*#|\]\(|&[#\w]+;")]
    private static partial Regex MarkupRegex();

    [GeneratedRegex(@"(?<=\s)\p{Lu}\p{L}*")]
    private static partial Regex NameWordRegex();
}
