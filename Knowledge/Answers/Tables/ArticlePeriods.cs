using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Tables;

/// <summary>The periods of statements, computed or from a snapshot.</summary>
internal static class ArticlePeriods
{
    public static IReadOnlyList<Article> Apply(IReadOnlyList<Article> articles) => ParallelWork.Select(articles, StatementPeriods.Apply);

    /// <summary>The same, with what was found for unchanged articles before.</summary>
    public static IReadOnlyList<Article> Apply(IReadOnlyList<Article> articles, UnchangedArticles unchanged) =>
        ParallelWork.Select(articles, article => unchanged.Find(article) ?? StatementPeriods.Apply(article));

    /// <param name="articles">The articles with their periods.</param>
    public static void Save(IReadOnlyList<Article> articles, SnapshotWriter writer)
    {
        var records = new RecordWriter();
        foreach (var section in articles.SelectMany(article => article.SectionsVi.Concat(article.SectionsEn)))
        {
            records.Write(section.DatedStatements, statement => Save(statement, records));
        }

        records.Save(writer);
    }

    /// <param name="articles">The same articles without their periods.</param>
    public static IReadOnlyList<Article> Load(IReadOnlyList<Article> articles, SnapshotReader reader)
    {
        var records = new RecordReader(reader);
        return
        [
            .. articles.Select(article =>
                article with
                {
                    SectionsVi = Load(article.SectionsVi, records),
                    SectionsEn = Load(article.SectionsEn, records),
                }
            ),
        ];
    }

    private static Section[] Load(IReadOnlyList<Section> sections, RecordReader records) =>
        [
            .. sections.Select(section =>
                records.ReadList(() => LoadStatement(records)) is { Length: > 0 } statements
                    ? section with
                    {
                        DatedStatements = statements,
                    }
                    : section
            ),
        ];

    private static void Save(DatedStatement statement, RecordWriter records)
    {
        records.Write(statement.Start);
        records.Write(statement.Length);
        records.Write(statement.InForce.From);
        records.Write(statement.InForce.Until);
        records.Write(statement.Before);
        records.Write(statement.After);
        records.WriteOptional(
            statement.Table,
            table =>
            {
                records.Write(table.Start);
                records.Write(table.Length);
                records.Write(table.Rows);
            }
        );
        records.Write(statement.HasThen);
    }

    private static DatedStatement LoadStatement(RecordReader records) =>
        new(
            records.ReadNumber(),
            records.ReadNumber(),
            new ValidityPeriod(records.ReadDay(), records.ReadDay()),
            records.ReadText(),
            records.ReadText()
        )
        {
            Table = records.ReadOptional(() => new TableRange(records.ReadNumber(), records.ReadNumber(), records.ReadNumber())),
            HasThen = records.ReadFlag(),
        };
}
