using System.Collections.Concurrent;
using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>One published state of the articles, ready to be asked: immutable and replaced whole.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Article> byKey;
    private readonly FrozenDictionary<string, string> keyByPhrasing;
    private readonly ConcurrentDictionary<string, string> revisions = new(StringComparer.Ordinal);

    private KnowledgeBase(IReadOnlyList<Article> articles, SearchIndex index, LegalRegister register)
    {
        Register = register;
        Articles = articles;
        Index = index;
        byKey = articles.ToFrozenDictionary(article => article.Key, StringComparer.Ordinal);
        keyByPhrasing = Phrasings(articles).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static KnowledgeBase Empty { get; } = Build([]);

    public IReadOnlyList<Article> Articles { get; }

    public SearchIndex Index { get; }

    public LegalRegister Register { get; }

    /// <param name="register">Without one, the register beside the program.</param>
    public static KnowledgeBase Build(IReadOnlyList<Article> articles, LegalRegister? register = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return new(articles, SearchIndex.Build([.. articles.SelectMany(Passages)]), register ?? LegalRegister.Default);
    }

    /// <summary>The next state; an index that would be the same is kept, else it is taken from the snapshot or built.</summary>
    internal static (KnowledgeBase Next, SnapshotOutcome Outcome) After(
        KnowledgeBase before,
        IReadOnlyList<Article> articles,
        string? snapshot
    )
    {
        List<Passage> passages = [.. articles.SelectMany(Passages)];
        var (index, outcome) = IndexDigest.Between(before.Index.Passages, passages).Nothing
            ? (before.Index, SnapshotOutcome.None)
            : SearchSnapshot.Open(passages, snapshot);
        return (new(articles, index, LegalRegister.Default), outcome);
    }

    public Article? Find(string? key) => key is not null && byKey.TryGetValue(key, out var article) ? article : null;

    /// <summary>The revision of a published article; null when there is no such article.</summary>
    public string? RevisionOf(string? key) => Find(key) is { } article ? revisions.GetOrAdd(article.Key, _ => article.Revision) : null;

    /// <summary>The article one of whose titles or questions is exactly this, folded; null when none is.</summary>
    internal Article? FindByPhrasing(string folded) =>
        keyByPhrasing.TryGetValue(folded, out var key) ? byKey[key] : Find(FieldChoices.KeyOf(folded));

    internal static string FoldPhrase(string text) => string.Join(' ', VietnameseText.Words(VietnameseText.Fold(text)));

    internal static string PassageId(string articleKey, string sectionId, Lang lang) => $"{articleKey}#{sectionId}/{lang.Code()}";

    /// <summary>One passage for each section and language; the phrasings stand with the short answer, which they ask for.</summary>
    internal static IEnumerable<Passage> Passages(Article article) =>
        from lang in new[] { Lang.Vi, Lang.En }
        from section in article.Sections(lang)
        select new Passage(
            PassageId(article.Key, section.Id, lang),
            article.Key,
            section.Id,
            lang,
            article.Title[lang],
            section.Heading,
            section.Markdown,
            section.Id == AnswerSections.Short ? article.Questions(lang) : []
        );

    private static IEnumerable<KeyValuePair<string, string>> Phrasings(IReadOnlyList<Article> articles) =>
        from article in articles
        from phrase in article.QuestionsVi.Concat(article.QuestionsEn).Append(article.Title.Vi).Append(article.Title.En)
        group article.Key by FoldPhrase(phrase) into same
        let keys = same.Distinct(StringComparer.Ordinal).ToList()
        where keys.Count == 1
        select KeyValuePair.Create(same.Key, keys[0]);
}

/// <summary>The section ids that the pipeline knows by name.</summary>
internal static class AnswerSections
{
    /// <summary>The short answer, the first section of every article.</summary>
    public const string Short = "answer";

    /// <summary>What sources do not confirm.</summary>
    public const string Unconfirmed = "unconfirmed";
}
