using System.Text;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>
/// 10,000 damaged inputs at each parser that people feed: it returns a refusal or a value, and throws nothing.
/// </summary>
public sealed class FuzzTests
{
    private const int Count = 10_000;

    private static readonly byte[] Activity = Encoding.UTF8.GetBytes(
        """{"type":"message","text":"xin chào","from":{"id":"u"},"channelData":{"clientActivityID":"1"},"attachments":[{"name":"a"}],"value":{"a":[1,2]}}"""
    );

    private static readonly byte[] Yaml = Encoding.UTF8.GetBytes(
        "teams:\n  - key: a\n    name: { vi: Tổ, en: Team }\n    members: [x, y]\nrules: []\n"
    );

    [Fact]
    public void Activities_as_JSON() => Run(Activity, input => _ = BodyReader.ParseActivity(input));

    [Fact]
    public void Documents_as_YAML() => Run(Yaml, input => _ = YamlReader.Parse(Encoding.UTF8.GetString(input), "a", []));

    [Fact]
    public void Articles()
    {
        var path = Directory
            .EnumerateFiles(SourceTree.Combine("Knowledge", "Articles", "support"), "*.md")
            .Order(StringComparer.Ordinal)
            .First();
        Run(File.ReadAllBytes(path)[..1500], input => _ = ArticleReader.Read("support/a.md", Encoding.UTF8.GetString(input)));
    }

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    [InlineData("a.doc")]
    [InlineData("a.png")]
    [InlineData("a.csv")]
    public void Files(string name)
    {
        var sample = name switch
        {
            "a.pdf" => SampleFiles.Pdf,
            "a.docx" => SampleFiles.Docx,
            "a.doc" => SampleFiles.Compound,
            "a.png" => SampleFiles.Png,
            _ => "a;b\n1;2\n"u8.ToArray(),
        };
        var kind = FileKinds.FindByFileName(name)!;
        Run(sample, input => _ = FileContentCheck.Check(new MemoryStream(input), kind));
    }

    private static void Run(byte[] sample, Action<byte[]> parse)
    {
        var random = new Random(20261130);
        for (var i = 0; i < Count; i++)
        {
            var input = Damage(sample, random);
            var failure = Record.Exception(() => parse(input));
            Assert.True(failure is null, $"{Convert.ToBase64String(input)}: {failure}");
        }
    }

    /// <summary>Changes, removes, repeats and inserts some bytes.</summary>
    private static byte[] Damage(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var changes = random.Next(1, 8); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(1, 200)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
