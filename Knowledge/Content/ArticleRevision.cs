using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>
/// Computes <see cref="Article.Revision"/> and <see cref="Article.FormerRevision"/>. The names of the hashed properties are part of the
/// hash.
/// </summary>
internal static class ArticleRevision
{
    private const int Digits = 12;

    public static string ComputeFormer(Article article)
    {
        var text = JsonSerializer.Serialize(
            new
            {
                article.Key,
                article.Title,
                article.SectionsVi,
                article.SectionsEn,
                article.Basis,
                article.InForce,
                article.Checked,
                article.Confidence,
            }
        );

        return Hash(article, text);
    }

    public static string Compute(Article article) =>
        Hash(
            article,
            JsonSerializer.Serialize(
                new
                {
                    article.Key,
                    article.Title,
                    article.SectionsVi,
                    article.SectionsEn,
                    article.Basis,
                    article.InForce,
                    article.Confidence,
                }
            )
        );

    private static string Hash(Article article, string text)
    {
        // Added only where there is one, so that the other articles keep their revisions.
        var periods =
            article.Then is null && article.Periods.Count == 0 ? "" : JsonSerializer.Serialize(new { article.Then, article.Periods });
        var gap = article.Gap is null ? "" : JsonSerializer.Serialize(article.Gap);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + periods + gap)))[..Digits];
    }
}
