using PolicyAssistantBot.Knowledge.Language;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>Short replies to a question of the assistant; see <c>replies.yaml</c>.</summary>
public sealed record ReplyPolicy
{
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

    private string StripPoliteWords(string folded) =>
        Yes.Contains(folded, StringComparer.Ordinal) || No.Contains(folded, StringComparer.Ordinal) ? folded
        : folded.StartsWith("da ", StringComparison.Ordinal) ? StripPoliteWords(folded[3..])
        : folded.EndsWith(" a", StringComparison.Ordinal) ? StripPoliteWords(folded[..^2])
        : folded;

    private static string StripEnding(string typed) => typed.EndsWith(" ạ", StringComparison.Ordinal) ? typed[..^2] : typed;

    private static string NormalizeWords(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}
