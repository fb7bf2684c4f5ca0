using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>Computes <see cref="Article.Revision"/>. The names of the hashed properties are part of the hash.</summary>
internal static class ArticleRevision
{
    private const int Digits = 12;

    public static string Of(Article article) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    JsonSerializer.Serialize(
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
                    )
                        + (
                            article.Then is null && article.Periods.Count == 0
                                ? ""
                                : JsonSerializer.Serialize(new { article.Then, article.Periods })
                        )
                )
            )
        )[..Digits];
}
