using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Model;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>Teams labelled every answer "AI generated", those that only quote what people wrote as well.</summary>
public sealed class GeneratedLabelTests(ModelFixture fixture) : IClassFixture<ModelFixture>
{
    private const string Question = "Mua phần mềm kho có được hỗ trợ không?";

    [Theory]
    [InlineData("true", "Doanh nghiệp nhỏ được hỗ trợ một nửa chi phí phần mềm quản lý kho, tối đa 7 triệu đồng.", true)]
    [InlineData("true", "Anh/chị sẽ nhận thêm 90 triệu đồng.", false)]
    [InlineData("false", "", false)]
    public async Task Only_text_worded_by_a_model_is_labelled(string isEnabled, string worded, bool isGenerated)
    {
        fixture.Model.Respond = _ => FakeModelReply.FromSentences((worded, ["p1"]));
        using var folder = new TempFolder();
        await using var host = await TeamsHost.StartAsync(
            folder,
            [.. fixture.Settings, ("Model:Enabled", isEnabled), ("Model:FirstTokenTimeout", "00:00:50"), ("Model:TotalTimeout", "00:00:50")]
        );
        await host.SayAsync(new TeamsChat().Message(Question));
        var answer = host.Connector.Calls.Last(call => call.Text is { Length: > 0 }).Body!;
        var entity = answer["entities"]!.AsArray().Single(e => e!["type"]!.ToString() == MessageEntity.EntityType)!;
        Assert.Equal(isGenerated ? "AIGeneratedContent" : null, entity["additionalType"]?[0]!.ToString());
        Assert.Single(entity["citation"]!.AsArray());
    }
}
