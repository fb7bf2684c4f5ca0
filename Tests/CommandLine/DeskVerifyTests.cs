using Microsoft.Data.Sqlite;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.CommandLine;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.CommandLine;

public sealed class DeskVerifyTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_exit_code_shows_whether_a_history_was_altered()
    {
        Assert.Equal((2, ""), await RunVerifyAsync());
        await using (var host = await StorageHost.OpenAsync(folder, services => services.AddRequests()))
        {
            foreach (var serial in new[] { 1L, 2L })
            {
                var inbound = (await host.Turns.AcceptAsync(StorageHost.Message("gửi yêu cầu"), $"k{serial}", default)).Activity;
                var accepted = Sample.Accepted(serial, Asker.From(inbound));
                await host.Turns.CommitAsync(
                    new CompletedTurn(inbound, [], [], [new SubmitRequestEffect(accepted, DeskSettings.Default)], null),
                    default
                );
            }
        }

        Assert.Equal((0, "2 cases, 2 entries, 0 broken"), await RunVerifyAsync());
        var number = new CaseNumber(2026, 2).ToString();
        await using (var connection = new SqliteConnection($"Data Source={folder.File("assistant.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE RequestEvents SET Detail = 'financing' WHERE CaseNumber = $number";
            command.Parameters.AddWithValue("$number", number);
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal((1, $"{number}: entry 1: the entry does not match its hash\n2 cases, 2 entries, 1 broken"), await RunVerifyAsync());
    }

    private async Task<(int Code, string Output)> RunVerifyAsync()
    {
        using var output = new StringWriter();
        var code = await DeskCommands.VerifyAsync(folder.Path, output, TextWriter.Null, default);
        return (code, output.ToString().ReplaceLineEndings("\n").Trim());
    }
}
