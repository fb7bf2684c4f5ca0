using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Tests.Knowledge.Content;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>A folder of small articles.</summary>
internal sealed class ArticleFolder
{
    public ArticleFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(System.IO.Path.Combine(path, "support"));
    }

    public string Path { get; }

    /// <param name="answer">The short answer in Vietnamese.</param>
    /// <param name="how">The second section in English.</param>
    public void Write(string key, string answer, string how = "Send the papers.") => WriteText(key, Text(key, answer, how).Text);

    public void WriteText(string key, string text) => File.WriteAllText(FileOf(key), text);

    public void Delete(string key) => File.Delete(FileOf(key));

    public ArticleFile Text(string key, string answer, string how = "Send the papers.") =>
        new(
            $"support/{key}.md",
            Sample
                .Article.Replace("key: B1-tech", $"key: {key}", StringComparison.Ordinal)
                .Replace("Doanh nghiệp nhỏ có thể được hỗ trợ 50 %, tối đa 50 triệu đồng.", answer, StringComparison.Ordinal)
                .Replace("Send the papers.", how, StringComparison.Ordinal)
                .Replace("[50 %, 50 triệu đồng]", "[]", StringComparison.Ordinal)
        );

    private string FileOf(string key) => System.IO.Path.Combine(Path, "support", $"{key}.md");
}
