using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content.Patterns;

/// <summary>
/// Patterns of whole words in folded text, one a line in the table; read by <see cref="WordPatternsConverter"/>. Building their automaton
/// takes milliseconds, so it is built for the first text with one of the words by which they begin.
/// </summary>
internal sealed class WordPatterns
{
    private readonly Lazy<Regex> pattern;
    private readonly Lazy<SearchValues<string>?> beginnings;

    /// <exception cref="ArgumentException">A line is no regular expression, or needs backtracking.</exception>
    public WordPatterns(string lines)
        : this(lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) => _ = pattern.Value;

    private WordPatterns(IReadOnlyList<string> lines)
    {
        Lines = lines;
        pattern = new(() => CreatePattern(lines));
        beginnings = new(() => PatternBeginnings.Find(lines) is { } texts ? SearchValues.Create(texts, StringComparison.Ordinal) : null);
    }

    public static WordPatterns None { get; } = new(Array.Empty<string>());

    public IReadOnlyList<string> Lines { get; }

    /// <param name="lines">Lines that were checked before.</param>
    public static WordPatterns CreateChecked(IReadOnlyList<string> lines) => new(lines);

    /// <param name="folded">Lower case, without diacritics and punctuation.</param>
    public bool IsMatch(string folded) => MayMatch(folded) && pattern.Value.IsMatch(folded);

    /// <summary>The first words that fit; null when none do.</summary>
    public string? FindMatch(string folded) =>
        MayMatch(folded) && pattern.Value.Match(folded) is { Success: true } match ? match.Value : null;

    private bool MayMatch(string folded) => Lines.Count > 0 && (beginnings.Value is not { } texts || folded.AsSpan().ContainsAny(texts));

    private static Regex CreatePattern(IReadOnlyList<string> lines) =>
        new(
            lines.Count == 0 ? "(?!)" : $@"\b(?:{string.Join('|', lines)})\b",
            RegexOptions.CultureInvariant
                | RegexOptions.ExplicitCapture
                | (lines.Count == 0 ? RegexOptions.None : RegexOptions.NonBacktracking),
            TimeSpan.FromSeconds(1)
        );
}
