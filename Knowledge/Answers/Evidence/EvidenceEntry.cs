using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>The statements of one article in one language, with the words that they contain.</summary>
/// <param name="Kinds">The kinds of figures and places of all statements.</param>
/// <param name="CountedUnits">The number of statements in which the rarity of words is counted.</param>
/// <param name="Words">The ids of the words, sorted.</param>
/// <param name="Counts">For each word twice the number of statements that contain it, plus one when the title contains it.</param>
/// <param name="Ends">For each word the end of its matches.</param>
/// <param name="Matches">Twice the index of a statement, plus one when only the heading of its section contains the word.</param>
internal sealed record EvidenceEntry(
    EvidenceUnit[] Units,
    AnswerKinds Kinds,
    int CountedUnits,
    int[] Words,
    int[] Counts,
    int[] Ends,
    int[] Matches
)
{
    /// <param name="counted">The statements in which the rarity of words is counted.</param>
    /// <param name="findId">The id of a word.</param>
    public static EvidenceEntry Create(
        Article article,
        Lang lang,
        IReadOnlyList<SplitStatement> statements,
        IReadOnlyList<SplitStatement> counted,
        Func<string, int> findId
    )
    {
        var title = ContentWords.AddPairs(ContentWords.Extract(article.Title[lang], lang)).ToHashSet(StringComparer.Ordinal);
        var matches = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (i, statement) in statements.Index())
        {
            foreach (var word in statement.Words.Union(statement.HeadingWords))
            {
                ref var unitsOfWord = ref CollectionsMarshal.GetValueRefOrAddDefault(matches, word, out _);
                (unitsOfWord ??= []).Add((i * 2) + (statement.Words.Contains(word) ? 0 : 1));
            }
        }

        var counts = counted
            .SelectMany(statement => statement.Words.Union(statement.HeadingWords))
            .CountBy(word => word, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var words = matches.Keys.OrderBy(findId).ToList();
        var end = 0;
        return new(
            [.. statements.Select(statement => statement.Unit)],
            statements.Aggregate(AnswerKinds.None, (kinds, statement) => kinds | statement.Unit.Kinds),
            counted.Count,
            [.. words.Select(findId)],
            [.. words.Select(word => (counts[word] * 2) + (title.Contains(word) ? 1 : 0))],
            [.. words.Select(word => end += matches[word].Count)],
            [.. words.SelectMany(word => matches[word])]
        );
    }

    /// <summary>The same statements where words have other ids.</summary>
    /// <param name="newIds">The new id of each old one, in the same order.</param>
    public EvidenceEntry WithWords(int[] newIds) => this with { Words = Array.ConvertAll(Words, id => newIds[id]) };

    /// <returns>The index of a word for the other methods; negative when no statement contains it.</returns>
    public int FindWord(int id) => Array.BinarySearch(Words, id);

    public double GetRarity(int word) => Math.Log(1 + ((double)CountedUnits / (Counts[word] >> 1)));

    public bool IsInTitle(int word) => (Counts[word] & 1) != 0;

    public ReadOnlySpan<int> GetMatches(int word) => Matches.AsSpan((word == 0 ? 0 : Ends[word - 1])..Ends[word]);

    public void Save(RecordWriter records)
    {
        records.Write(
            Units,
            unit =>
            {
                records.Write(unit.SectionId);
                records.Write(unit.Markdown);
                records.Write((int)unit.Kinds);
                records.Write(unit.Heading);
                records.Write(unit.IsItem);
                records.Write(unit.IsStep);
                records.Write(unit.Line);
                records.Write(unit.Introduction);
                records.WriteOptional(
                    unit.InForce,
                    period =>
                    {
                        records.Write(period.From);
                        records.Write(period.Until);
                    }
                );
            }
        );
        records.Write((int)Kinds);
        records.Write(CountedUnits);
        records.Write(Words);
        records.Write(Counts);
        records.Write(Ends);
        records.Write(Matches);
    }

    public static EvidenceEntry Load(RecordReader records) =>
        new(
            records.ReadList(() =>
                new EvidenceUnit(records.ReadText(), records.ReadText(), (AnswerKinds)records.ReadNumber())
                {
                    Heading = records.ReadText(),
                    IsItem = records.ReadFlag(),
                    IsStep = records.ReadFlag(),
                    Line = records.ReadNumber(),
                    Introduction = records.ReadOptionalText(),
                    InForce = records.ReadOptional(() => new ValidityPeriod(records.ReadDay(), records.ReadDay())),
                }
            ),
            (AnswerKinds)records.ReadNumber(),
            records.ReadNumber(),
            records.ReadNumbers(),
            records.ReadNumbers(),
            records.ReadNumbers(),
            records.ReadNumbers()
        );
}
