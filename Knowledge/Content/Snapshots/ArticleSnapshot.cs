using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Content.Snapshots;

/// <summary>Stores articles as they were read from their files, so that a start does not parse files that have not changed.</summary>
internal static class ArticleSnapshot
{
    private const string Name = "articles";

    /// <summary>The articles of these files, in their order; null when there is no snapshot of them.</summary>
    public static IReadOnlyList<Article>? Find(IReadOnlyList<ArticleFile> files, SnapshotStore snapshots) =>
        snapshots.Find(Name, ComputeKey(files), reader => Load(new RecordReader(reader)));

    public static void Write(IReadOnlyList<ArticleFile> files, IReadOnlyList<Article> articles, SnapshotStore snapshots) =>
        snapshots.Write(Name, ComputeKey(files), writer => Save(articles, writer));

    /// <summary>Adds everything that the articles say to a key.</summary>
    public static void AddTo(SnapshotKey key, IReadOnlyList<Article> articles)
    {
        var records = new RecordWriter();
        records.Write(articles, new Writer(records).Write);
        records.AddTo(key);
    }

    private static byte[] ComputeKey(IReadOnlyList<ArticleFile> files)
    {
        using var key = new SnapshotKey();
        // Texts refer to amounts of the rule tables.
        key.AddFiles(Path.Combine(YamlData.Folder, "Rules"));
        foreach (var file in files)
        {
            key.Add(file.Path).Add(file.Text);
        }

        return key.GetHash();
    }

    private static void Save(IReadOnlyList<Article> articles, SnapshotWriter writer)
    {
        var records = new RecordWriter();
        records.Write(articles, new Writer(records).Write);
        records.Save(writer);
    }

    private static Article[] Load(RecordReader records) => records.ReadList(new Reader(records).ReadArticle);

    private sealed class Writer(RecordWriter records)
    {
        public void Write(Article article)
        {
            records.Write(article.Key);
            records.Write(article.Topic);
            Write(article.Title);
            records.Write(article.QuestionsVi);
            records.Write(article.QuestionsEn);
            records.Write(article.Basis, Write);
            Write(article.InForce);
            records.Write(article.Checked);
            Write(article.Confidence);
            records.Write(article.Source);
            records.Write(article.Owner);
            records.Write(article.Audience);
            records.Write(article.FollowUps);
            records.Write(article.Related);
            records.Write(article.SectionsVi, Write);
            records.Write(article.SectionsEn, Write);
            records.Write(article.Path);
            records.Write(article.FormerKeys);
            records.Write(article.ReviewOn);
            records.WriteOptional(article.Then, Write);
            records.Write(article.Periods, Write);
            records.WriteOptional(article.Filing, Write);
            records.WriteOptional(article.OwnGap, Write);
            records.WriteOptional(article.Gap, Write);
        }

        private void Write(LocalizedText text)
        {
            records.Write(text.Vi);
            records.Write(text.En);
        }

        private void Write(ValidityPeriod period)
        {
            records.Write(period.From);
            records.Write(period.Until);
        }

        private void Write(Confidence confidence)
        {
            records.Write((int)confidence.Label);
            records.Write((int)confidence.Level);
        }

        private void Write(LegalBasis basis)
        {
            records.Write(basis.Document);
            records.Write(basis.Clause);
            Write(basis.InForce);
            records.Write(basis.ReplacedBy);
            Write(basis.Confidence);
            records.Write(basis.Figures);
            records.Write(basis.Examples);
            records.Write(basis.Id);
            records.WriteOptional(basis.Then, Write);
        }

        private void Write(Section section)
        {
            records.Write(section.Id);
            records.Write(section.Heading);
            records.Write(section.Markdown);
            records.Write(section.Marks, Write);
        }

        private void Write(PeriodMark mark)
        {
            records.Write(mark.Offset);
            records.Write(mark.Id);
        }

        private void Write(OwnPeriod period)
        {
            records.Write(period.Id);
            Write(period.InForce);
            records.WriteOptional(period.Then, Write);
        }

        private void Write(Filing filing)
        {
            records.Write(filing.Known, Write);
            records.Write(filing.SameAs);
            records.Write(filing.IsNone);
        }

        private void Write(FilingLine line)
        {
            records.Write((int)line.Fact);
            Write(line.Text);
        }

        private void Write(KnowledgeGap gap)
        {
            records.Write(gap.Facts, Write);
            records.WriteOptional(gap.About, Write);
            records.Write(gap.Ask);
        }

        private void Write(FilingFact fact) => records.Write((int)fact);
    }

    private sealed class Reader(RecordReader records)
    {
        public Article ReadArticle() =>
            new(
                records.ReadText(),
                records.ReadText(),
                ReadLocalizedText(),
                records.ReadTexts(),
                records.ReadTexts(),
                records.ReadList(ReadBasis),
                ReadPeriod(),
                records.ReadDay() ?? default,
                ReadConfidence(),
                records.ReadText(),
                records.ReadText(),
                records.ReadTexts(),
                records.ReadTexts(),
                records.ReadTexts(),
                records.ReadList(ReadSection),
                records.ReadList(ReadSection),
                records.ReadText()
            )
            {
                FormerKeys = records.ReadTexts(),
                ReviewOn = records.ReadDay(),
                Then = records.ReadOptional(ReadLocalizedText),
                Periods = records.ReadList(ReadOwnPeriod),
                Filing = records.ReadOptional(ReadFiling),
                OwnGap = records.ReadOptional(ReadGap),
                Gap = records.ReadOptional(ReadGap),
            };

        private LocalizedText ReadLocalizedText() => new(records.ReadText(), records.ReadText());

        private ValidityPeriod ReadPeriod() => new(records.ReadDay(), records.ReadDay());

        private Confidence ReadConfidence() => new((VerificationLabel)records.ReadNumber(), (VerificationLevel)records.ReadNumber());

        private LegalBasis ReadBasis() =>
            new(
                records.ReadText(),
                records.ReadOptionalText(),
                ReadPeriod(),
                records.ReadOptionalText(),
                ReadConfidence(),
                records.ReadTexts()
            )
            {
                Examples = records.ReadTexts(),
                Id = records.ReadOptionalText(),
                Then = records.ReadOptional(ReadLocalizedText),
            };

        private Section ReadSection() =>
            new(records.ReadText(), records.ReadText(), records.ReadText()) { Marks = records.ReadList(ReadMark) };

        private PeriodMark ReadMark() => new(records.ReadNumber(), records.ReadText());

        private OwnPeriod ReadOwnPeriod() => new(records.ReadText(), ReadPeriod(), records.ReadOptional(ReadLocalizedText));

        private Filing ReadFiling() => new(records.ReadList(ReadLine), records.ReadOptionalText(), records.ReadFlag());

        private FilingLine ReadLine() => new(ReadFact(), ReadLocalizedText());

        private KnowledgeGap ReadGap() => new(records.ReadList(ReadFact), records.ReadOptional(ReadLocalizedText), records.ReadText());

        private FilingFact ReadFact() => (FilingFact)records.ReadNumber();
    }
}
