using PolicyAssistantBot.CommandLine.Evaluation;
using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.CommandLine;

/// <summary>Dialogues are evaluated with the assistant that the channels use.</summary>
public sealed class EvaluateDialoguesTests
{
    private const string DialogueLines = """
        {"id":"T1","lang":"vi","channel":"web","cat":"size","turns":[{"user":"chào bạn","expect":{"outcome":["SmallTalk"],"must":[],"mustNot":["cuộc trò chuyện được lưu"]}},{"user":"kiểm tra quy mô doanh nghiệp","expect":{"outcome":["Clarify"],"must":["lĩnh vực|ngành"]}}]}
        {"id":"T2","lang":"vi","channel":"teams","cat":"form","turns":[{"user":"gửi yêu cầu","expect":{"outcome":["Command"],"must":["điền biểu mẫu"]}},{"user":"hủy","expect":{"outcome":["SmallTalk"]}}]}
        """;

    [Fact]
    public async Task Dialogues_are_evaluated_turn_by_turn()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "dialogues.jsonl");
        await File.WriteAllTextAsync(file, DialogueLines);
        await using var host = await DialogueHost.OpenAsync(RealKnowledge.Knowledge, new DateOnly(2026, 11, 21), CancellationToken.None);

        var report = await host.RunAsync(DialogueSet.Read(file), CancellationToken.None);

        var miss = Assert.Single(report.Misses);
        Assert.Equal(("T2", 2, "Command"), (miss.Id, miss.Turn, Assert.Single(miss.Got.Outcomes)));
        Assert.Equal(
            (.75, 1, .5, .5, 0),
            (report.TurnsRight, report.FirstTurnsRight, report.LaterTurnsRight, report.ConversationsRight, report.WrongTold)
        );
        Assert.Equal(["form", "size"], report.ByCat.Keys);

        DialoguePage.Write(report, folder.Path);
        Assert.Contains(
            "## T2 turn 2",
            await File.ReadAllTextAsync(Path.Combine(folder.Path, DialoguePage.FileName)),
            StringComparison.Ordinal
        );
    }
}
