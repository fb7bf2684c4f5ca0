using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>Words, and phrases of several words, with and without marks.</summary>
internal sealed class NameWords
{
    private readonly FrozenSet<string> canonical;
    private readonly FrozenSet<string> folded;

    public NameWords(IEnumerable<string> entries)
    {
        var phrases = entries.Select(entry => VietnameseText.Normalize(entry).Split('_')).ToList();
        canonical = phrases
            .Select(words => string.Join(' ', words.Select(VietnameseText.Canonicalize)))
            .ToFrozenSet(StringComparer.Ordinal);
        folded = phrases.Select(words => string.Join(' ', words.Select(VietnameseText.Fold))).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the word is listed as it is typed.</summary>
    public bool ContainsExactly(NameToken token) => canonical.Contains(token.Canonical);

    /// <summary>Whether the word is listed; one that was typed without marks is compared without them.</summary>
    public bool Contains(NameToken token) => canonical.Contains(token.Canonical) || (!token.HasMarks && folded.Contains(token.Folded));

    /// <summary>Whether a phrase of <paramref name="count"/> words is at this place, with nothing but spaces between them.</summary>
    public bool ContainsPhrase(List<NameToken> tokens, int first, int count)
    {
        if (first < 0 || first + count > tokens.Count)
        {
            return false;
        }

        var hasMarks = tokens[first].HasMarks;
        for (var i = first + 1; i < first + count; i++)
        {
            if (tokens[i].Gap != NameGap.Space)
            {
                return false;
            }

            hasMarks |= tokens[i].HasMarks;
        }

        var words = tokens.GetRange(first, count);
        return canonical.Contains(string.Join(' ', words.Select(word => word.Canonical)))
            || (!hasMarks && folded.Contains(string.Join(' ', words.Select(word => word.Folded))));
    }
}

/// <summary>The words of <c>Language/Data/names.tsv</c>, by kind; what each kind means is written there.</summary>
internal sealed class NameLists
{
    private static readonly Lazy<NameLists> LazyDefault = new(() =>
        Read(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Language", "names.tsv")))
    );

    private NameLists(ILookup<string, string> entries)
    {
        NameWords Words(params string[] kinds) => new(kinds.SelectMany(kind => entries[kind]));

        Family = Words("family", "family-word");
        FamilyNotAWord = Words("family");
        FamilyRare = Words("family-rare");
        FamilyUnmarked = Words("family-unmarked");
        FamilyPlain = Words("family-plain");
        MiddleCertain = Words("middle-certain");
        MiddleStrong = Words("middle-certain", "middle-strong");
        Middle = Words("middle-certain", "middle-strong", "middle");
        Given = Words("given", "given-strong");
        GivenStrong = Words("given-strong");
        Part = Words("middle-certain", "middle-strong", "middle", "given", "given-strong");
        Ordinary = Words("ordinary");
        Lead = Words("place-lead", "organisation-lead");
        Title = Words("title");
        TitleUnmarked = Words("title-unmarked");
        Role = Words("role");
        Introduction = Words("introduction");
        Mention = Words("mention");
    }

    public static NameLists Default => LazyDefault.Value;

    /// <summary>Frequent family names; some are ordinary words as well.</summary>
    public NameWords Family { get; }

    public NameWords FamilyNotAWord { get; }

    public NameWords FamilyRare { get; }

    public NameWords FamilyUnmarked { get; }

    public NameWords FamilyPlain { get; }

    public NameWords MiddleCertain { get; }

    public NameWords MiddleStrong { get; }

    public NameWords Middle { get; }

    public NameWords Given { get; }

    public NameWords GivenStrong { get; }

    /// <summary>Any part of a name after the family name.</summary>
    public NameWords Part { get; }

    public NameWords Ordinary { get; }

    public NameWords Lead { get; }

    public NameWords Title { get; }

    public NameWords TitleUnmarked { get; }

    public NameWords Role { get; }

    public NameWords Introduction { get; }

    public NameWords Mention { get; }

    /// <summary>The entries of the lines by kind, with underscores between the syllables of an entry.</summary>
    /// <exception cref="InvalidDataException">A line is neither a comment nor a kind, a tab and words.</exception>
    public static ILookup<string, string> ReadEntries(IEnumerable<string> lines) =>
        lines
            .Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line =>
                line.Split('\t') is [var kind, var words]
                    ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (kind, word))
                    : throw new InvalidDataException($"names.tsv: {line}")
            )
            .ToLookup(entry => entry.kind, entry => entry.word, StringComparer.Ordinal);

    private static NameLists Read(IEnumerable<string> lines) => new(ReadEntries(lines));
}
