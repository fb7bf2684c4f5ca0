using PolicyAssistantBot.Knowledge.Language;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>Short replies to a question of the assistant; see <c>replies.yaml</c>.</summary>
public sealed record ReplyPolicy
{
    /// <summary>Longer texts say more than that.</summary>
    private const int MaxFormWishLength = 60;

    public IReadOnlyList<string> Yes { get; init; } = [];

    public IReadOnlyList<string> No { get; init; } = [];

    /// <summary>A yes only where it is typed with these diacritics.</summary>
    public IReadOnlyList<string> YesWithMarks { get; init; } = [];

    /// <summary>Leaves a field empty.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>A requirement of the supplier checklist is met.</summary>
    [YamlMember(Alias = "doneYes")]
    public IReadOnlyList<string> RequirementMet { get; init; } = [];

    [YamlMember(Alias = "doneNo")]
    public IReadOnlyList<string> RequirementNotMet { get; init; } = [];

    public IReadOnlyList<string> NotSure { get; init; } = [];

    /// <summary>Wants to change the form.</summary>
    public IReadOnlyList<string> Edit { get; init; } = [];

    /// <summary>Says that a form is filled in.</summary>
    public IReadOnlyList<string> FormVerbs { get; init; } = [];

    /// <summary>Names the form.</summary>
    public IReadOnlyList<string> FormNames { get; init; } = [];

    /// <summary>Whole wishes that name no form.</summary>
    public IReadOnlyList<string> FormPhrases { get; init; } = [];

    /// <summary>Words with which a text is no wish to fill in the form: a question about it, or a refusal.</summary>
    public IReadOnlyList<string> AgainstForm { get; init; } = [];

    public IReadOnlyList<string> FormEndings { get; init; } = [];

    /// <summary>Leads over to another wish.</summary>
    public IReadOnlyList<string> LeadingOver { get; init; } = [];

    /// <summary>Begins a text that asks for the form.</summary>
    public IReadOnlyList<string> FormRequests { get; init; } = [];

    /// <summary>Says that nothing shall be sent, or that the form shall go, while a form is open.</summary>
    public IReadOnlyList<string> FormStops { get; init; } = [];

    /// <summary>Begins a text that says that the enterprise has no such value: "chưa có …".</summary>
    public IReadOnlyList<string> LackOpenings { get; init; } = [];

    /// <summary>Begins the name of an enterprise.</summary>
    public IReadOnlyList<string> NameOpenings { get; init; } = [];

    /// <summary>Words of speech, as typed, of which no name has two.</summary>
    public IReadOnlyList<string> SpeechWords { get; init; } = [];

    /// <summary>Whether a short text stops the open form: "thôi không gửi nữa", "xóa hết đi".</summary>
    public bool IsFormStop(string text)
    {
        var padded = $" {NormalizeWords(text)} ";
        return !text.TrimEnd().EndsWith('?')
            && padded.Length <= MaxFormWishLength
            && FormStops.Any(words => padded.Contains($" {words} ", StringComparison.Ordinal));
    }

    /// <summary>Whether a short text says that there is no such value: "công ty chưa có mã số thuế".</summary>
    public bool IsLack(string text)
    {
        var words = NormalizeWords(text);
        return words.Length <= MaxFormWishLength
            && !text.TrimEnd().EndsWith('?')
            && LackOpenings.Any(opening => $"{words} ".StartsWith($"{opening} ", StringComparison.Ordinal));
    }

    /// <summary>Whether a text is something said, and not the name of an enterprise that was asked for.</summary>
    public bool IsSpeech(string text)
    {
        var words = VietnameseText.SplitIntoWords(text.ToLowerInvariant().Normalize());
        var said = words.Count(word => SpeechWords.Contains(word, StringComparer.Ordinal));
        var padded = $"{string.Join(' ', words)} ";
        return words.Count >= MinWordsOfSpeech
            && said >= 2
            && !NameOpenings.Any(opening =>
                padded.StartsWith($"{opening} ", StringComparison.Ordinal)
                && !SpeechWords.Contains(padded[(opening.Length + 1)..].Split(' ')[0], StringComparer.Ordinal)
            );
    }

    private const int MinWordsOfSpeech = 4;

    /// <summary>True for yes, false for no, null for anything else. Polite words around it do not count.</summary>
    public bool? IsYes(string? text)
    {
        var typed = string.Join(' ', VietnameseText.SplitIntoWords(text ?? ""));
        return StripPoliteWords(VietnameseText.Fold(typed)) switch
        {
            var folded when Yes.Contains(folded, StringComparer.Ordinal) => true,
            var folded when No.Contains(folded, StringComparer.Ordinal) => false,
            _ when YesWithMarks.Contains(StripEnding(typed), StringComparer.Ordinal) => true,
            _ => null,
        };
    }

    public bool IsSkip(string text) => Skip.Contains(NormalizeWords(text), StringComparer.Ordinal);

    /// <summary>Whether a text asks for the form, to begin it or to go on with it: "thôi, tớ điền form".</summary>
    public bool IsFormWish(string text)
    {
        var words = NormalizeWords(text);
        if (!text.TrimEnd().EndsWith('?') && FormRequests.Any(opening => $"{words} ".StartsWith($"{opening} ", StringComparison.Ordinal)))
        {
            return true;
        }

        if (text.TrimEnd().EndsWith('?') || words.Length > MaxFormWishLength)
        {
            return false;
        }

        words = StripEdges(words, LeadingOver, (all, part) => all.StartsWith(part + " ", StringComparison.Ordinal), start: true);
        words = StripEdges(words, FormEndings, (all, part) => all.EndsWith(" " + part, StringComparison.Ordinal), start: false);
        var padded = $" {words} ";
        return !AgainstForm.Any(word => padded.Contains($" {word} ", StringComparison.Ordinal))
            && (
                FormPhrases.Contains(words, StringComparer.Ordinal)
                || (
                    FormNames.Any(name => words.EndsWith(" " + name, StringComparison.Ordinal))
                    && FormVerbs.Any(verb => padded.Contains($" {verb} ", StringComparison.Ordinal))
                )
            );
    }

    private static string StripEdges(string words, IReadOnlyList<string> parts, Func<string, string, bool> isAtEdge, bool start)
    {
        while (parts.FirstOrDefault(part => isAtEdge(words, part)) is { } found)
        {
            words = start ? words[(found.Length + 1)..] : words[..^(found.Length + 1)];
        }

        return words;
    }

    private string StripPoliteWords(string folded) =>
        Yes.Contains(folded, StringComparer.Ordinal) || No.Contains(folded, StringComparer.Ordinal) ? folded
        : folded.StartsWith("da ", StringComparison.Ordinal) ? StripPoliteWords(folded[3..])
        : folded.EndsWith(" a", StringComparison.Ordinal) ? StripPoliteWords(folded[..^2])
        : folded;

    private static string StripEnding(string typed) => typed.EndsWith(" ạ", StringComparison.Ordinal) ? typed[..^2] : typed;

    private static string NormalizeWords(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}
