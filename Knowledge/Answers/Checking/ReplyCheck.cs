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
    private static readonly ConditionalWeakTable<SupportPassage, PreparedPassage> PreparedPassages = [];

    private readonly CheckRules rules;
    private readonly string firstPassageId;
    private readonly string canary;
    private readonly InstructionEcho instructionEcho;
    private readonly Dictionary<string, PreparedPassage> passages;
    private readonly List<DraftSentence> keptSentences = [];
    private readonly List<DroppedSentence> droppedSentences = [];
    private readonly HashSet<string> seenTexts = new(StringComparer.Ordinal);
    private int keptWordCount;
    private int receivedWordCount;
    private bool repeatsInstructions;

    /// <param name="passages">At least one; the first one answers the question.</param>
    public ReplyCheck(IReadOnlyList<SupportPassage> passages, CheckRules rules)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(rules);
        this.rules = rules;
        firstPassageId = passages[0].Id;
        canary = GetLetters(rules.Canary);
        this.passages = passages
            .DistinctBy(passage => passage.Id, StringComparer.Ordinal)
            .ToDictionary(
                passage => passage.Id,
                passage => PreparedPassages.GetValue(passage, fresh => new PreparedPassage(fresh.Text, rules.Language, MaxJoined)),
                StringComparer.Ordinal
            );
        instructionEcho = new InstructionEcho(rules.Instructions, passages.Select(passage => passage.Text));
    }

    /// <summary>Checks a whole answer.</summary>
    public static CheckedReply Check(IReadOnlyList<DraftSentence> sentences, IReadOnlyList<SupportPassage> passages, CheckRules rules)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var check = new ReplyCheck(passages, rules);
        foreach (var sentence in sentences)
        {
            check.CheckNext(sentence);
        }

        return check.GetResult();
    }

    /// <summary>Checks the next sentence.</summary>
    /// <returns>The sentence to show; null if it must not be shown.</returns>
    public DraftSentence? CheckNext(DraftSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var visible = VisibleText.Clean(sentence.Text);
        var clean = sentence with { Text = PlainSentences.RemoveMarkup(visible).Trim() };
        var length = VietnameseText.SplitIntoWords(clean.Text).Count;
        receivedWordCount += length;
        if ((MarkupRegex().IsMatch(visible) ? DropReason.Markup : FindDropReason(clean, length)) is { } reason)
        {
            droppedSentences.Add(new DroppedSentence(sentence, reason));
            return null;
        }

        keptWordCount += length;
        keptSentences.Add(clean);
        return clean;
    }

    /// <summary>
    /// The kept sentences. They still answer the question if they make up at least half of the words and cite the first passage.
    /// </summary>
    public CheckedReply GetResult() =>
        new(
            keptSentences,
            droppedSentences,
            !repeatsInstructions
                && keptSentences.Count > 0
                && keptWordCount * 2 >= receivedWordCount
                && keptSentences.Any(sentence => sentence.PassageIds.Contains(firstPassageId, StringComparer.Ordinal))
        );

    private DropReason? FindDropReason(DraftSentence sentence, int length)
    {
        var text = sentence.Text;
        if (RepeatsCanary(text))
        {
            repeatsInstructions = true;
            return DropReason.Instruction;
        }

        List<PreparedPassage> cited =
        [
            .. sentence.PassageIds.Distinct(StringComparer.Ordinal).Where(passages.ContainsKey).Select(id => passages[id]),
        ];
        if (
            Addresses
                .FindAll(text)
                .Any(address => !rules.AllowedLinks.Contains(address) && !cited.Exists(passage => passage.Addresses.Contains(address)))
        )
        {
            return DropReason.Link;
        }

        if (PromptInjection.IsContainedIn(text) || instructionEcho.IsContainedIn(text))
        {
            return DropReason.Instruction;
        }

        if (!IsInLanguage(text))
        {
            return DropReason.Language;
        }

        return cited.Count == 0 ? DropReason.UnknownPassage
            : keptWordCount + length > rules.MaxWords ? DropReason.TooLong
            : !seenTexts.Add(VietnameseText.Fold(text)) ? DropReason.Repeated
            : ProperNames
                .FindAll(text)
                .Any(name => !cited.Exists(passage => passage.NormalizedWords.Contains(name, StringComparison.Ordinal)))
                ? DropReason.Name
            : PlainSentences.Split(text).Select(part => FindUnsupportedReason(part, cited)).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>
    /// Why no sentence of the passages supports this one. If a single sentence has its words but another meaning, joined sentences are not
    /// tried.
    /// </summary>
    private DropReason? FindUnsupportedReason(string sentence, List<PreparedPassage> cited)
    {
        var tokens = SentenceTokens.Create(sentence, rules.Language);
        return FindClosestReason(tokens, cited.SelectMany(passage => passage.Sentences)) is not DropReason.NoSupport and var reason
            ? reason
            : FindClosestReason(tokens, cited.SelectMany(passage => passage.JoinedSentences));
    }

    /// <returns>Null if a source supports the claim; else the reason of the closest source.</returns>
    private static DropReason? FindClosestReason(SentenceTokens claim, IEnumerable<SentenceTokens> sources)
    {
        DropReason? closest = DropReason.NoSupport;
        foreach (var source in sources)
        {
            switch (SupportCheck.FindDropReason(claim, source))
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

        var letters = GetLetters(text);
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
        return IsDetectedLanguage(text) || IsDetectedLanguage(NameWordRegex().Replace(text, " "));
    }

    private bool IsDetectedLanguage(string text)
    {
        var detected = LanguageDetector.Detect(text);
        return !detected.IsCertain || (detected.Lang == rules.Language && !(rules.Language == Lang.Vi && detected.LacksDiacritics));
    }

    private static string GetLetters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"[<>{}\[\]\\`|^]|^\s*#|\]\(|&[#\w]+;")]
    private static partial Regex MarkupRegex();

    [GeneratedRegex(@"(?<=\s)\p{Lu}\p{L}*")]
    private static partial Regex NameWordRegex();
}
