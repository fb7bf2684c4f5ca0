using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Content.Patterns;

/// <summary>
/// Patterns of whole words in folded text, one a line in the table; read by <see cref="WordPatternsConverter"/>. Most texts are refused by
/// the words with which patterns begin. An automaton that never backtracks takes a megabyte and some milliseconds, so it is built only for
/// texts that are long enough for backtracking to be slow.
/// </summary>
internal sealed class WordPatterns
{
    /// <summary>The number of characters up to which a text is matched with backtracking.</summary>
    private const int MaxShortLength = 240;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Lazy<Regex> shortTextPattern;
    private readonly Lazy<Regex> longTextPattern;
    private readonly Lazy<SearchValues<string>?> beginnings;

    /// <exception cref="ArgumentException">A line is no regular expression, or needs backtracking.</exception>
    public WordPatterns(string lines)
        : this(lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
    {
        if (Lines.Count > 0)
        {
            CreatePattern(Lines, RegexOptions.NonBacktracking);
        }
    }

    private WordPatterns(IReadOnlyList<string> lines)
    {
        Lines = lines;
        shortTextPattern = new(() => CreatePattern(lines, RegexOptions.None));
        longTextPattern = new(() => CreatePattern(lines, RegexOptions.NonBacktracking));
        beginnings = new(() => PatternBeginnings.Find(lines) is { } texts ? SearchValues.Create(texts, StringComparison.Ordinal) : null);
    }

    public static WordPatterns None { get; } = new(Array.Empty<string>());

    public IReadOnlyList<string> Lines { get; }

    /// <param name="lines">Lines that were checked before.</param>
    public static WordPatterns CreateChecked(IReadOnlyList<string> lines) => new(lines);

    /// <param name="folded">Lower case, without diacritics and punctuation.</param>
    public bool IsMatch(string folded) => MayMatch(folded) && GetPattern(folded).IsMatch(folded);

    /// <summary>The first words that fit; null when none do.</summary>
    public string? FindMatch(string folded) =>
        MayMatch(folded) && GetPattern(folded).Match(folded) is { Success: true } match ? match.Value : null;

    /// <summary>The text without what fits.</summary>
    public string RemoveFrom(string folded) => MayMatch(folded) ? GetPattern(folded).Replace(folded, " ") : folded;

    private bool MayMatch(string folded) => Lines.Count > 0 && (beginnings.Value is not { } texts || folded.AsSpan().ContainsAny(texts));

    private Regex GetPattern(string folded) => (folded.Length <= MaxShortLength ? shortTextPattern : longTextPattern).Value;

    private static Regex CreatePattern(IReadOnlyList<string> lines, RegexOptions engine) =>
        new($@"\b(?:{string.Join('|', lines)})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | engine, Timeout);
}
