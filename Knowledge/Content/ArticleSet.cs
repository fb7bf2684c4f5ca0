using System.Security.Cryptography;
using System.Text;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>An immutable snapshot of the articles.</summary>
/// <param name="Articles">Ordered by path.</param>
/// <param name="Digest">SHA-256 over paths and texts, in hexadecimal; equal digests mean equal articles.</param>
/// <param name="Problems">
/// The problems of the folder as it is now. When there are any, <see cref="Articles"/> is the last good set or, if there never was one,
/// the articles that could be read.
/// </param>
public sealed record ArticleSet(IReadOnlyList<Article> Articles, string Digest, IReadOnlyList<Problem> Problems)
{
    private readonly Dictionary<string, Article> articlesByKey = Articles.ToDictionary(
        article => article.Key,
        StringComparer.OrdinalIgnoreCase
    );

    public static ArticleSet Empty { get; } = new([], Hash([]), []);

    /// <summary>Null when there is no such article.</summary>
    public Article? Find(string key) => articlesByKey.GetValueOrDefault(key);

    /// <param name="files">Ordered by path.</param>
    public static ArticleSet Read(IReadOnlyList<ArticleFile> files) => Read(files, null);

    /// <param name="cache">The articles read before; those of unchanged files are not read again. Null for none.</param>
    internal static ArticleSet Read(IReadOnlyList<ArticleFile> files, ArticleCache? cache)
    {
        var articles = new List<Article>();
        var problems = new List<Problem>();
        foreach (var file in files)
        {
            switch (cache is null ? ArticleReader.Read(file.Path, file.Text) : cache.Read(file))
            {
                case ArticleReadResult.Valid { Article: var article }
                    when articles.Find(other => other.Key.Equals(article.Key, StringComparison.OrdinalIgnoreCase)) is { } duplicate:
                    problems.Add(
                        new Problem(
                            file.Path,
                            2,
                            "key",
                            new LocalizedText(
                                $"Mã “{article.Key}” đã dùng ở {duplicate.Path}.",
                                $"The key “{article.Key}” is already used in {duplicate.Path}."
                            )
                        )
                    );
                    break;
                case ArticleReadResult.Valid valid:
                    articles.Add(valid.Article);
                    break;
                case ArticleReadResult.Invalid invalid:
                    problems.AddRange(invalid.Problems);
                    break;
            }
        }

        cache?.RemoveOthers(files);
        return new ArticleSet(FilingFacts.Complete(articles), Hash(files), problems);
    }

    /// <summary>The <see cref="Digest"/> of files that are not read.</summary>
    public static string ComputeDigest(IReadOnlyList<ArticleFile> files) => Hash(files);

    private static string Hash(IEnumerable<ArticleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Text.Length}\n{file.Text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <param name="Path">The file relative to the articles' folder, with <c>/</c> as separator.</param>
public sealed record ArticleFile(string Path, string Text);

/// <summary>
/// Keeps the articles of the last reading, so that a change of one file does not read all of them again. Not thread-safe.
/// </summary>
internal sealed class ArticleCache
{
    private readonly Dictionary<string, (string Text, ArticleReadResult Result)> resultByPath = new(StringComparer.Ordinal);

    public ArticleReadResult Read(ArticleFile file)
    {
        if (resultByPath.TryGetValue(file.Path, out var known) && known.Text == file.Text)
        {
            return known.Result;
        }

        var result = ArticleReader.Read(file.Path, file.Text);
        resultByPath[file.Path] = (file.Text, result);
        return result;
    }

    /// <summary>Adds articles that were read by an earlier process.</summary>
    public void Add(IReadOnlyList<ArticleFile> files, IReadOnlyList<Article> articles)
    {
        foreach (var (file, article) in files.Zip(articles))
        {
            resultByPath[file.Path] = (file.Text, new ArticleReadResult.Valid(article));
        }
    }

    /// <summary>Forgets the files that are gone.</summary>
    public void RemoveOthers(IReadOnlyList<ArticleFile> files)
    {
        foreach (var path in resultByPath.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).ToList())
        {
            resultByPath.Remove(path);
        }
    }
}
