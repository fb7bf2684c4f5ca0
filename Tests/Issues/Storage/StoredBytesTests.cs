using Microsoft.Data.Sqlite;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>A question turn took 8.5 KB of the database: texts in clear, the answer twice, six indexes.</summary>
public sealed class StoredBytesTests : IDisposable
{
    private const int MaxBytesPerTurn = 3 * 1024;

    private readonly TalkHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_question_turn_takes_at_most_3_KB()
    {
        await host.InitializeAsync();
        var questions = RealKnowledge.Articles.SelectMany(article => article.QuestionsVi).ToList();
        TestConversation[] chats = [new(host), new(host), new(host), new(host)];
        var turns = 0;
        for (var i = 0; i < 40; i++)
        {
            await chats[i % 4].SayAsync("Thế nào là doanh nghiệp nhỏ và vừa?");
        }

        var before = await ReadSizeAsync();
        for (var i = 0; i < questions.Count && turns < 160; i += questions.Count / 160, turns++)
        {
            await chats[turns % 4].SayAsync(questions[i]);
        }

        var bytes = (await ReadSizeAsync() - before) / turns;
        await host.DisposeAsync();
        Assert.InRange(bytes, 200, MaxBytesPerTurn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("Doanh nghiệp nhỏ")]
    [InlineData("{\"type\":\"message\",\"text\":\"Thế nào là doanh nghiệp nhỏ và vừa? 🙂 \\u0000\"}")]
    public void A_stored_text_reads_as_it_was(string text)
    {
        Assert.Equal(text, StoredText.Decode(StoredText.Encode(text)));
        var repeated = string.Concat(Enumerable.Repeat(text, 500));
        var stored = StoredText.Encode(repeated);
        Assert.Equal(repeated, StoredText.Decode(stored));
        Assert.True(stored.Length <= System.Text.Encoding.UTF8.GetByteCount(repeated));
    }

    [Fact]
    public void A_damaged_text_is_reported_as_such()
    {
        var stored = StoredText.Encode(new string('a', 1000));
        Assert.Throws<InvalidDataException>(() => StoredText.Decode(stored[..^3]));
    }

    private async Task<long> ReadSizeAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={host.Storage.Get<DataFolder>().DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
