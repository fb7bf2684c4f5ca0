using System.ComponentModel.DataAnnotations;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Retrieval;

/// <summary>Vectors of passages: creation, storage and comparison.</summary>
public sealed class EmbeddingRetrieverTests : IDisposable
{
    private static readonly IReadOnlyList<Passage> Passages =
    [
        Passage("software", "phần mềm quản lý kho"),
        Passage("vehicle", "vay mua xe điện"),
        Passage("tax", "thuế khoán của quán cà phê"),
        Passage("fair", "gian hàng hội chợ"),
        new("en", "en", "answer", Lang.En, "Software", "", "warehouse software", []),
        new("other", "other", "answer", Lang.En, "Vehicle", "", "electric vehicle loans", []),
    ];

    private readonly TempFolder folder = new();
    private readonly FakeGenerator generator = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Only_new_or_changed_passages_are_embedded_also_after_a_restart()
    {
        Assert.Equal(new EmbeddingRefresh(6, 6, true), await Retriever().RefreshAsync(Passages, default));
        Assert.Equal(new EmbeddingRefresh(6, 0, true), await Retriever().RefreshAsync(Passages, default));
        generator.Clear();
        Assert.Equal(
            new EmbeddingRefresh(6, 1, true),
            await Retriever().RefreshAsync([Passages[0] with { Text = "phần mềm kế toán" }, .. Passages.Skip(1)], default)
        );
        Assert.Equal(["Tiêu đề. software\nphần mềm kế toán"], generator.Texts);
        // What is in no passage is not kept.
        Assert.Equal(new EmbeddingRefresh(6, 1, true), await Retriever().RefreshAsync(Passages, default));
    }

    [Fact]
    public async Task Another_model_or_a_damaged_file_causes_all_passages_to_be_embedded_again()
    {
        await Retriever().RefreshAsync(Passages, default);
        generator.Model = "other";
        Assert.Equal(6, (await Retriever().RefreshAsync(Passages, default)).EmbeddedCount);
        var bytes = File.ReadAllBytes(folder.File("vectors"));
        bytes[^1] ^= 1;
        File.WriteAllBytes(folder.File("vectors"), bytes);
        Assert.Equal(6, (await Retriever().RefreshAsync(Passages, default)).EmbeddedCount);
    }

    [Fact]
    public async Task Vectors_made_before_a_failure_are_kept_and_the_current_ones_stay_in_use()
    {
        var retriever = Retriever(batch: 2);
        await retriever.RefreshAsync([.. Passages.Take(2)], default);
        File.Delete(folder.File("vectors"));
        generator.LastSuccessfulCall = generator.Calls + 2;
        await Assert.ThrowsAsync<HttpRequestException>(() => retriever.RefreshAsync(Passages, default));
        generator.LastSuccessfulCall = null;
        Assert.Equal(
            "software",
            (await retriever.FindAsync(OutgoingText.FromUserInput("ứng dụng"), Lang.Vi, 1, default)).Single().PassageId
        );
        Assert.Equal(2, (await retriever.RefreshAsync(Passages, default)).EmbeddedCount);
    }

    [Fact]
    public async Task The_nearest_passages_of_the_language_are_found_and_others_have_no_score()
    {
        var retriever = Retriever();
        Assert.Empty(await retriever.FindAsync(OutgoingText.FromUserInput("ứng dụng"), Lang.Vi, 5, default));
        await retriever.RefreshAsync(Passages, default);
        var hit = Assert.Single(await retriever.FindAsync(OutgoingText.FromUserInput("ứng dụng"), Lang.Vi, 5, default));
        Assert.Equal("software", hit.PassageId);
        Assert.InRange(hit.Score, 0.9, 1.001);
        Assert.Equal(
            "en",
            Assert.Single(await retriever.FindAsync(OutgoingText.FromUserInput("inventory"), Lang.En, 5, default)).PassageId
        );
        Assert.DoesNotContain(
            await retriever.FindAsync(OutgoingText.FromUserInput("thời tiết hôm nay"), Lang.Vi, 5, default),
            found => retriever.Weight.ComputeShare(found.Score) > 0
        );
    }

    [Fact]
    public async Task A_long_section_has_one_vector_per_part_and_the_best_one_counts()
    {
        var clauses = string.Join(
            "\n",
            Enumerable.Range(1, 40).Select(i => $"{i}. Khoản thứ {i} nói về một điều gì đó không liên quan, với một số từ cho đủ dài.")
        );
        var passage = Passage(
            "long",
            clauses.Replace("Khoản thứ 33 nói", "Khoản thứ 33 nói về phần mềm, và", StringComparison.Ordinal)
        ) with
        {
            Phrasings = ["hỏi một", "hỏi hai"],
        };
        var retriever = Retriever();
        var refreshResult = await retriever.RefreshAsync([passage, .. Passages.Skip(1)], default);
        Assert.InRange(refreshResult.VectorCount, 7, 12);
        Assert.Equal("long", (await retriever.FindAsync(OutgoingText.FromUserInput("ứng dụng"), Lang.Vi, 1, default)).Single().PassageId);
        Assert.All(generator.Texts, text => Assert.InRange(text.Length, 1, 1_300));
        Assert.All(
            Enumerable.Range(1, 40),
            i => Assert.Contains(generator.Texts, text => text.Contains($"{i}. Khoản thứ {i} ", StringComparison.Ordinal))
        );
        Assert.Contains("hỏi một\nhỏi hai", generator.Texts);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(1_536)]
    [InlineData(3_072)]
    public void Quantization_to_bytes_gives_nearly_the_same_cosine(int dimensions)
    {
        var random = new Random(dimensions);
        for (var i = 0; i < 50; i++)
        {
            var (a, b) = (Vector(random, dimensions), Vector(random, dimensions));
            b = [.. b.Zip(a, (x, y) => x + (y * i / 25f))];
            var exact = a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
            var (p, q) = (QuantizedVector.Quantize(a), QuantizedVector.Quantize(b));
            Assert.Equal(p.Zip(q, (x, y) => (long)x * y).Sum(), QuantizedVector.ComputeDotProduct(p, q));
            Assert.InRange(
                QuantizedVector.ComputeDotProduct(p, q) / (QuantizedVector.ComputeLength(p) * QuantizedVector.ComputeLength(q)),
                exact - 0.01,
                exact + 0.01
            );
        }
    }

    [Fact]
    public void The_largest_products_do_not_overflow()
    {
        sbyte[] most = [.. Enumerable.Repeat((sbyte)127, 4_096)],
            least = [.. Enumerable.Repeat((sbyte)-127, 4_096)];
        Assert.Equal(127L * 127 * 4_096, QuantizedVector.ComputeDotProduct(most, most));
        Assert.Equal(-127L * 127 * 4_096, QuantizedVector.ComputeDotProduct(most, least));
    }

    [Theory]
    [InlineData("https://x.openai.azure.com/openai/v1/", "m", "k", 0.4, true)]
    [InlineData("http://127.0.0.1:8080/v1/", "m", "", 0.4, true)]
    [InlineData("http://model.example/v1/", "m", "k", 0.4, false)]
    [InlineData("https://x.example/v1/", "", "k", 0.4, false)]
    [InlineData("https://x.example/v1/", "m", "k", 60, false)]
    public void Embedding_settings_are_checked_at_the_start(string endpoint, string name, string key, double timeout, bool isRight)
    {
        var options = new EmbeddingOptions
        {
            Enabled = true,
            Endpoint = new Uri(endpoint),
            Name = name,
            Key = key,
            Timeout = TimeSpan.FromSeconds(timeout),
        };
        Assert.Equal(isRight, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
        Assert.DoesNotContain("secret-key", (options with { Key = "secret-key" }).ToString(), StringComparison.Ordinal);
    }

    private EmbeddingRetriever Retriever(int batch = 64) =>
        new(generator, new EmbeddingSettings(folder.File("vectors"), new ExternalWeight(0.5, 0.3), BatchSize: batch));

    private static Passage Passage(string id, string text) => new(id, id, "answer", Lang.Vi, "Tiêu đề", id, text, []);

    private static float[] Vector(Random random, int dimensions) =>
        [.. Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5) * (random.Next(20) == 0 ? 5 : 1))];
}
