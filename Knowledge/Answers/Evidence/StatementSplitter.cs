using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>A statement with the words by which it is found.</summary>
/// <param name="Words">Its content words in loose form.</param>
/// <param name="HeadingWords">The content words of the section's heading.</param>
internal sealed record SplitStatement(EvidenceUnit Unit, IReadOnlySet<string> Words, IReadOnlySet<string> HeadingWords);

/// <summary>Splits articles into statements.</summary>
internal static class StatementSplitter
{
    /// <summary>The statements of an article in one language, in their order, and what it does not know.</summary>
    public static IReadOnlyList<SplitStatement> Split(Article article, Lang lang) =>
        [.. article.GetSections(lang).Concat(AnswerSections.GapPassage(article, lang)).SelectMany(section => SplitSection(section, lang))];

    /// <summary>
    /// The same, with each short section of sentences as one: it answers one question, and none of its sentences is cut off. The short
    /// answer stays split, and so do sentences that hold on different days.
    /// </summary>
    public static IReadOnlyList<SplitStatement> JoinShortSections(IReadOnlyList<SplitStatement> statements, Article article, Lang lang) =>
        [
            .. statements
                .GroupBy(statement => statement.Unit.SectionId)
                .SelectMany(group =>
                    group.Key != AnswerSections.Short
                    && group.Key != AnswerSections.Unknown
                    && group.All(statement => !statement.Unit.IsItem && statement.Unit.InForce is null)
                    && article.GetSections(lang).FirstOrDefault(section => section.Id == group.Key) is { } section
                    && VietnameseText.SplitIntoWords(section.Markdown).Count <= GetMaxJoinedWords(lang)
                        ?
                        [
                            new SplitStatement(
                                group.ElementAt(0).Unit with
                                {
                                    Markdown = section.Markdown,
                                    Kinds = group.Aggregate(AnswerKinds.None, (kinds, statement) => kinds | statement.Unit.Kinds),
                                },
                                // The heading of such a section is mostly the question that it answers.
                                group
                                    .SelectMany(statement => statement.Words.Union(statement.HeadingWords))
                                    .ToHashSet(StringComparer.Ordinal),
                                group.ElementAt(0).HeadingWords
                            ),
                        ]
                        : group.AsEnumerable()
                ),
        ];

    /// <summary>A Vietnamese word is mostly two syllables, which are counted.</summary>
    private static int GetMaxJoinedWords(Lang lang) => lang == Lang.Vi ? 85 : 65;

    private static IEnumerable<SplitStatement> SplitSection(Section section, Lang lang)
    {
        var heading = ContentWords.AddPairs(ContentWords.Extract(section.Heading, lang)).ToHashSet(StringComparer.Ordinal);
        string[]? columns = null;
        string? introduction = null;
        var start = 0;
        var lines = section.Markdown.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var number = -1;
        foreach (var line in lines)
        {
            number++;
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

                yield return Create(FormatRow(columns, cells), 0, line.Length, isItem: true);
                continue;
            }

            columns = null;
            var isStep = char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal);
            if (isStep || line.StartsWith("- ", StringComparison.Ordinal))
            {
                yield return Create(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], 0, line.Length, isItem: true, isStep);
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
                    yield return Create(text, sentence.Start, text.Length);
                }
            }
        }

        SplitStatement Create(string markdown, int offset, int length, bool isItem = false, bool isStep = false) =>
            new(
                new(section.Id, markdown, WantedAnswerReader.FindKinds(markdown, lang))
                {
                    Heading = section.Heading,
                    IsItem = isItem,
                    IsStep = isStep,
                    Line = number,
                    Introduction = isItem ? introduction : null,
                    InForce = section
                        .DatedStatements.FirstOrDefault(dated =>
                            dated.Start < start + offset + length && dated.Start + dated.Length > start + offset
                        )
                        ?.InForce,
                },
                ContentWords.AddPairs(ContentWords.Extract(markdown, lang)).ToHashSet(StringComparer.Ordinal),
                heading
            );
    }

    /// <summary>A row as a line: what it is about, then each cell with its column's heading where there are several.</summary>
    private static string FormatRow(string[] columns, string[] cells)
    {
        var values = cells.Skip(1).Select((cell, i) => cells.Length > 2 && i + 1 < columns.Length ? $"{columns[i + 1]} {cell}" : cell);
        return cells.Length < 2 ? cells[0] : $"{cells[0]}: {string.Join("; ", values)}";
    }
}
