using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>Patterns of whole words in folded text, one a line in the table; read by <see cref="WordPatternsConverter"/>.</summary>
internal sealed class WordPatterns
{
    private readonly Regex pattern;

    /// <exception cref="ArgumentException">A line is no regular expression, or needs backtracking.</exception>
    public WordPatterns(string lines)
    {
        Lines = [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        pattern = new(
            Lines.Count == 0 ? "(?!)" : $@"\b(?:{string.Join('|', Lines)})\b",
            RegexOptions.CultureInvariant
                | RegexOptions.ExplicitCapture
                | (Lines.Count == 0 ? RegexOptions.None : RegexOptions.NonBacktracking),
            TimeSpan.FromSeconds(1)
        );
    }

    public static WordPatterns None { get; } = new("");

    public IReadOnlyList<string> Lines { get; }

    /// <param name="folded">Lower case, without diacritics and punctuation.</param>
    public bool IsMatch(string folded) => pattern.IsMatch(folded);

    /// <summary>The first words that fit; null when none do.</summary>
    public string? FindMatch(string folded) => pattern.Match(folded) is { Success: true } match ? match.Value : null;
}
