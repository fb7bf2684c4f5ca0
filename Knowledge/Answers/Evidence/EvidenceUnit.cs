using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>One statement of an article: a sentence, an item of a list or a row of a table.</summary>
/// <param name="SectionId">The section that contains it.</param>
/// <param name="Markdown">The statement in a form that is complete on its own.</param>
/// <param name="Words">Its content words in loose form.</param>
/// <param name="HeadingWords">The content words of the section's heading.</param>
/// <param name="Kinds">The kinds of figures and places in it.</param>
internal sealed record EvidenceUnit(
    string SectionId,
    string Markdown,
    IReadOnlySet<string> Words,
    IReadOnlySet<string> HeadingWords,
    AnswerKinds Kinds
)
{
    /// <summary>Whether it is an item of a list or a row of a table.</summary>
    public bool IsItem { get; init; }

    /// <summary>Whether it is an item of a numbered list: one step of several.</summary>
    public bool IsStep { get; init; }

    /// <summary>The line of its section that contains it, from 0: sentences of one paragraph share it.</summary>
    public int Line { get; init; }

    /// <summary>The sentence that introduces its list, "Điều kiện:"; null where none does.</summary>
    public string? Introduction { get; init; }

    /// <summary>The days on which it holds; null where it holds as long as its article.</summary>
    public ValidityPeriod? InForce { get; init; }

    /// <summary>The statements of an article in one language, in their order, and what it does not know.</summary>
    public static IReadOnlyList<EvidenceUnit> Split(Article article, Lang lang) =>
        [.. article.GetSections(lang).Concat(AnswerSections.GapPassage(article, lang)).SelectMany(section => SplitSection(section, lang))];

    /// <summary>
    /// The same, with each short section of sentences as one: it answers one question, and none of its sentences is cut off. The short
    /// answer stays split, and so do sentences that hold on different days.
    /// </summary>
    public static IReadOnlyList<EvidenceUnit> JoinShortSections(IReadOnlyList<EvidenceUnit> units, Article article, Lang lang) =>
        [
            .. units
                .GroupBy(unit => unit.SectionId)
                .SelectMany(group =>
                    group.Key != AnswerSections.Short
                    && group.Key != AnswerSections.Unknown
                    && group.All(unit => !unit.IsItem && unit.InForce is null)
                    && article.GetSections(lang).FirstOrDefault(section => section.Id == group.Key) is { } section
                    && VietnameseText.SplitIntoWords(section.Markdown).Count <= GetMaxJoinedWords(lang)
                        ?
                        [
                            group.ElementAt(0) with
                            {
                                Markdown = section.Markdown,
                                // The heading of such a section is mostly the question that it answers.
                                Words = group.SelectMany(unit => unit.Words.Union(unit.HeadingWords)).ToHashSet(StringComparer.Ordinal),
                                Kinds = group.Aggregate(AnswerKinds.None, (kinds, unit) => kinds | unit.Kinds),
                            },
                        ]
                        : group.AsEnumerable()
                ),
        ];

    /// <summary>A Vietnamese word is mostly two syllables, which are counted.</summary>
    private static int GetMaxJoinedWords(Lang lang) => lang == Lang.Vi ? 85 : 65;

    private static IEnumerable<EvidenceUnit> SplitSection(Section section, Lang lang)
    {
        var heading = ContentWords.AddPairs(ContentWords.Extract(section.Heading, lang)).ToHashSet(StringComparer.Ordinal);
        string[]? columns = null;
        string? introduction = null;
        var start = 0;
        var lines = section.Markdown.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var (number, line) in lines.Index())
        {
            start = section.Markdown.IndexOf(line, start, StringComparison.Ordinal);
            if (line.StartsWith('|'))
            {
                string[] cells = [.. line.Trim('|').Split('|', StringSplitOptions.TrimEntries)];
                if (cells.All(cell => cell.Length > 0 && cell.All(c => c is '-' or ':')))
                {
                    continue;
                }

                if (columns is null)
                {
                    columns = cells;
                    continue;
                }

                yield return CreateUnit(FormatRow(columns, cells), 0, line.Length) with
                {
                    IsItem = true,
                    Line = number,
                    Introduction = introduction,
                };
                continue;
            }

            columns = null;
            var isStep = char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal);
            if (isStep || line.StartsWith("- ", StringComparison.Ordinal))
            {
                yield return CreateUnit(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], 0, line.Length) with
                {
                    IsItem = true,
                    IsStep = isStep,
                    Line = number,
                    Introduction = introduction,
                };
                continue;
            }

            introduction = null;
            foreach (var sentence in TextSplitter.SplitIntoSentences(line))
            {
                var text = sentence.Text.Trim();
                if (text.EndsWith(':'))
                {
                    introduction = text;
                }
                else if (text.Length > 0)
                {
                    yield return CreateUnit(text, sentence.Start, text.Length) with
                    {
                        Line = number,
                    };
                }
            }
        }

        EvidenceUnit CreateUnit(string markdown, int offset, int length) =>
            new(
                section.Id,
                markdown,
                ContentWords.AddPairs(ContentWords.Extract(markdown, lang)).ToHashSet(StringComparer.Ordinal),
                heading,
                WantedAnswerReader.FindKinds(markdown, lang)
            )
            {
                InForce = section
                    .DatedStatements.FirstOrDefault(dated =>
                        dated.Start < start + offset + length && dated.Start + dated.Length > start + offset
                    )
                    ?.InForce,
            };
    }

    /// <summary>A row as a line: what it is about, then each cell with its column's heading where there are several.</summary>
    private static string FormatRow(string[] columns, string[] cells)
    {
        var values = cells.Skip(1).Select((cell, i) => cells.Length > 2 && i + 1 < columns.Length ? $"{columns[i + 1]} {cell}" : cell);
        return cells.Length < 2 ? cells[0] : $"{cells[0]}: {string.Join("; ", values)}";
    }
}
