namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>What a phrase before a place, or at a place, says about it.</summary>
[Flags]
internal enum NameCues
{
    None = 0,

    /// <summary>"anh".</summary>
    Title = 1,

    /// <summary>A title that is also another word: "ba", "a".</summary>
    UnmarkedTitle = 2,

    /// <summary>"giám đốc".</summary>
    Role = 4,

    /// <summary>"tôi tên là".</summary>
    Introduction = 8,

    /// <summary>"gửi cho".</summary>
    Mention = 16,

    /// <summary>The name of a street or a place follows: "phố".</summary>
    PlaceLead = 32,

    /// <summary>The name of an organisation follows: "công ty".</summary>
    OrganisationLead = 64,

    /// <summary>A lead of one syllable, typed without marks, that is also another word: "ngo", "cau".</summary>
    UnmarkedLead = 128,

    /// <summary>The name of a street after a person.</summary>
    Street = 256,

    /// <summary>The name of a company.</summary>
    Brand = 512,

    /// <summary>A town, a ward, a region.</summary>
    Place = 1024,

    Country = 2048,
}

/// <summary>
/// The words of <c>Language/Data/names.tsv</c> and <c>names-foreign.tsv</c> as evidence: for each syllable the parts of Vietnamese names
/// that it can be, for each word the names of other languages, for phrases what they announce. Everything is kept with and without marks.
/// </summary>
internal sealed class NameLists
{
    public const int LongestPhrase = 4;

    private static readonly Lazy<NameLists> LazyDefault = new(() =>
        new(ReadEntries(ReadFile("names.tsv")), ReadEntries(ReadFile("names-foreign.tsv")))
    );

    private static readonly string[][] FamilyKinds =
    [
        ["family-plain"],
        ["family"],
        ["family-word"],
        ["family-rare"],
        ["family-scarce"],
    ];
    private static readonly string[][] MiddleKinds =
    [
        ["middle-certain"],
        ["middle-strong"],
        ["middle"],
        ["middle-rare"],
    ];
    private static readonly string[][] GivenKinds =
    [
        ["given-strong"],
        ["given"],
        ["given-rare"],
    ];
    private static readonly NameFact NoPart = new("---");

    private readonly Dictionary<ulong, NameFact> parts = [];
    private readonly Dictionary<ulong, NameFact> foreign = [];
    private readonly Dictionary<ulong, NameCues> cues = [];

    private NameLists(ILookup<string, string> vietnamese, ILookup<string, string> other)
    {
        AddParts(vietnamese, VietnameseText.Canonicalize, isMarked: true);
        AddParts(vietnamese, VietnameseText.Fold, isMarked: false);
        foreach (var kinds in other.SelectMany(ListWords).GroupBy(entry => entry.Word))
        {
            foreign[NameHash.Compute(kinds.Key)] = new NameFact(
                string.Concat(kinds.Select(entry => GetLetter(entry.Kind)).Distinct().Order())
                    + (VietnameseSyllables.IsPossible(kinds.Key) ? "v" : "")
            );
        }

        AddCues(vietnamese, NameCues.Title, "title");
        AddCues(vietnamese, NameCues.UnmarkedTitle, "title-unmarked");
        AddCues(vietnamese, NameCues.Role, "role");
        AddCues(vietnamese, NameCues.Introduction, "introduction");
        AddCues(vietnamese, NameCues.Mention, "mention");
        AddCues(vietnamese, NameCues.PlaceLead, "place-lead");
        AddCues(vietnamese, NameCues.OrganisationLead, "organisation-lead");
        AddCues(vietnamese, NameCues.Street, "street");
        AddCues(vietnamese, NameCues.Brand, "brand");
        AddCues(vietnamese, NameCues.Place, "place");
        AddCues(vietnamese, NameCues.Country, "country");
    }

    public static NameLists Default => LazyDefault.Value;

    /// <summary>Which parts of a Vietnamese name a syllable can be: three signs for family, middle and given name.</summary>
    public NameFact GetParts(NameToken token, ulong key, bool isMarked) =>
        parts.TryGetValue(key, out var fact) ? fact
        : isMarked && !token.HasMarks && parts.TryGetValue(NameHash.ComputeUnmarked(token.Folded), out var unmarked) ? unmarked
        : NoPart;

    /// <summary>Which names of other languages a word can be, when it is listed.</summary>
    public bool TryGetForeign(NameToken token, out NameFact fact) => foreign.TryGetValue(NameHash.Compute(token.Folded), out fact);

    /// <summary>What the phrase of the words with these keys says.</summary>
    public NameCues GetCues(ReadOnlySpan<ulong> keys)
    {
        var key = keys[0];
        foreach (var next in keys[1..])
        {
            key = NameHash.Combine(key, next);
        }

        return cues.GetValueOrDefault(key);
    }

    /// <summary>The entries of the lines by kind, with underscores between the syllables of an entry.</summary>
    /// <exception cref="InvalidDataException">A line is neither a comment nor a kind, a tab and words.</exception>
    public static ILookup<string, string> ReadEntries(IEnumerable<string> lines) =>
        lines
            .Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line =>
                line.Split('\t') is [var kind, var words]
                    ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (kind, word))
                    : throw new InvalidDataException($"A list of names has the line: {line}")
            )
            .ToLookup(entry => entry.kind, entry => entry.word, StringComparer.Ordinal);

    public static IEnumerable<string> ReadFile(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Language", name));

    private static IEnumerable<(string Kind, string Word)> ListWords(IGrouping<string, string> kind) =>
        kind.SelectMany(entry => entry.Split('_')).Select(word => (kind.Key, VietnameseText.Fold(word)));

    private void AddParts(ILookup<string, string> entries, Func<string, string> write, bool isMarked)
    {
        var found = new Dictionary<string, char[]>(StringComparer.Ordinal);
        foreach (var (place, kinds) in new[] { FamilyKinds, MiddleKinds, GivenKinds }.Index())
        {
            foreach (var (rank, names) in kinds.Index().Reverse())
            {
                foreach (var word in names.SelectMany(name => entries[name]).Select(write))
                {
                    found.TryAdd(word, ['-', '-', '-']);
                    found[word][place] = (char)('1' + rank);
                }
            }
        }

        foreach (var (word, signs) in found)
        {
            var fact = new string(signs);
            parts[isMarked ? NameHash.Compute(word) : NameHash.ComputeUnmarked(word)] = new NameFact(
                isMarked ? fact : NameHash.UnmarkedSign + fact
            );
        }
    }

    private void AddCues(ILookup<string, string> entries, NameCues cue, string kind)
    {
        foreach (var words in entries[kind].Select(entry => VietnameseText.Normalize(entry).Split('_')))
        {
            var isLead = cue is NameCues.PlaceLead or NameCues.OrganisationLead;
            Add(words.Select(word => NameHash.Compute(VietnameseText.Canonicalize(word))), cue);
            Add(
                words.Select(word => NameHash.ComputeUnmarked(VietnameseText.Fold(word))),
                isLead && words.Length == 1 ? NameCues.UnmarkedLead : cue
            );
        }

        void Add(IEnumerable<ulong> keys, NameCues added)
        {
            var key = keys.Aggregate(NameHash.Combine);
            cues[key] = cues.GetValueOrDefault(key) | added;
        }
    }

    private static char GetLetter(string kind) =>
        kind switch
        {
            "western-given" => 'W',
            "western-family" => 'F',
            "chinese-family" => 'C',
            "chinese" => 'c',
            "korean-family" => 'K',
            "korean" => 'k',
            "japanese-family" => 'J',
            "japanese-given" => 'j',
            "indian" => 'i',
            "other" => 'o',
            _ when kind.StartsWith("highland-", StringComparison.Ordinal) => 'h',
            _ => throw new InvalidDataException($"names-foreign.tsv has the kind {kind}."),
        };
}
