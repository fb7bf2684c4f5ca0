using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.OldData;

/// <summary>
/// A data folder written by the program of commit 0681578 (folder.zip: its database, its keys, and a token of a visitor), with one request
/// sent and a second form unfinished. The current program must open it.
/// </summary>
public sealed class OldDataFolderTests : IDisposable
{
    private static readonly DateTimeOffset WrittenAt = new(2026, 11, 29, 19, 25, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();

    public OldDataFolderTests() => ZipFile.ExtractToDirectory(SourceTree.Combine("Tests", "Issues", "OldData", "folder.zip"), folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_old_token_reads_the_transcript_and_the_half_filled_form_continues()
    {
        await using var host = await TeamsHost.StartAsync(folder);
        host.Time.Advance(WrittenAt - host.Time.GetUtcNow());
        var conversation = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("conversation.json")))!;
        var client = new DirectLineClient(
            host.Http,
            conversation["conversation"]!.GetValue<string>(),
            conversation["token"]!.GetValue<string>()
        );

        var transcript = await client.PollAsync();
        Assert.Equal(HttpStatusCode.OK, transcript.Status);
        Assert.Equal(49, transcript.Json!["activities"]!.AsArray().Count);

        var id = (await client.SayAsync("2", "k1")).Json!["id"]!.GetValue<string>();
        JsonNode? reply = null;
        await Wait.UntilAsync(async () =>
        {
            var activities = (await client.PollAsync("49")).Json!["activities"]!.AsArray();
            reply = activities.FirstOrDefault(a => a!["replyToId"]?.GetValue<string>() == id);
            return reply is not null;
        });
        Assert.Contains("Tổng nguồn vốn", reply!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_old_transcript_is_byte_for_byte_what_was_stored()
    {
        var stored = new List<string>();
        await using (var connection = new SqliteConnection($"Data Source={folder.File("assistant.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "Json" FROM "Activities" WHERE "Shown" ORDER BY "Sequence" """;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                stored.Add(reader.GetString(0));
            }
        }

        await using var host = await TeamsHost.StartAsync(folder);
        var conversation = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("conversation.json")))!["conversation"]!;
        var page = host.Get<IDirectLineTranscript>().Read(conversation.GetValue<string>(), 0, 100)!;
        Assert.Equal(49, stored.Count);
        Assert.Equal(stored, page.Activities.Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public async Task The_old_case_and_its_history_are_intact()
    {
        await using (await TeamsHost.StartAsync(folder)) { }

        await using var output = new StringWriter();
        Assert.Equal(0, await DeskCommands.VerifyAsync(folder.Path, output, TextWriter.Null, default));
        Assert.Equal("1 cases, 1 entries, 0 broken", output.ToString().Trim());
    }
}
