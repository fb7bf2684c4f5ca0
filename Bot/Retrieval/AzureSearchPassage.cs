using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// A passage as a document of the Azure AI Search index. Each language has its own fields, because each has its own analyzer.
/// </summary>
/// <param name="Id">The id of the passage, encoded in the characters that a document key may have.</param>
/// <param name="Hash">The hash of the other fields, so that only changed documents are pushed.</param>
internal sealed record AzureSearchPassage(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("passage")] string Passage,
    [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("hash")] string Hash,
    [property: JsonPropertyName("titleVi")] string? TitleVi,
    [property: JsonPropertyName("textVi")] string? TextVi,
    [property: JsonPropertyName("titleEn")] string? TitleEn,
    [property: JsonPropertyName("textEn")] string? TextEn
)
{
    public static AzureSearchPassage Of(Passage passage)
    {
        var isVietnamese = passage.Lang == Lang.Vi;
        var (title, text) = (passage.Title, string.Join('\n', [passage.Heading, passage.Text, .. passage.Phrasings]));
        var document = new AzureSearchPassage(
            EncodeKey(passage.Id),
            passage.Id,
            passage.Lang.Code(),
            "",
            isVietnamese ? title : null,
            isVietnamese ? text : null,
            isVietnamese ? null : title,
            isVietnamese ? null : text
        );
        return document with { Hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document))) };
    }

    private static string EncodeKey(string passageId) => "p" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(passageId));
}

/// <summary>The fields of a search result.</summary>
internal sealed record AzureSearchHit([property: JsonPropertyName("passage")] string Passage);

/// <summary>The fields that tell whether a document must be pushed again.</summary>
internal sealed record AzureSearchVersion([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("hash")] string Hash);
