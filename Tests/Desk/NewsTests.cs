using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>What open pages are told of: new cases, answers in own cases, and cases that one is given; nothing personal.</summary>
public sealed class NewsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task An_official_is_told_of_new_cases_and_of_answers_in_own_ones(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        var at = (await AskAsync(lan, null))["at"]!.GetValue<long>();
        Assert.Empty(await ListAsync(lan, at));

        var number = await desk.SubmitAsync();
        Assert.Equal([$"Có yêu cầu mới: {number}"], await ListAsync(lan, at));
        Assert.DoesNotContain("Hoàng Đạt", lan.Text, StringComparison.Ordinal);

        await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        Assert.Empty(await ListAsync(lan, at));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<CaseCommandRunner>()
            .ChangeAsync(
                number,
                s => CaseRules.AddMessage(s, s.Request.Asker, "Tôi gửi thêm giấy tờ.", desk.Time.GetUtcNow()),
                CancellationToken.None
            );
        Assert.Equal([$"Người gửi vừa nhắn trong yêu cầu {number}"], await ListAsync(lan, at));
        Assert.Empty(await ListAsync(minh, at));
        Assert.DoesNotContain("giấy tờ", lan.Text, StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(await ListAsync(lan, at));
    }

    [Fact]
    public async Task A_colleague_who_is_handed_a_case_is_told_and_pages_of_readers_do_not_ask()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var lanId = (await desk.CreateAsync("lan", Roles.Official)).Id;
        using var lan = desk.Browse();
        await lan.SignInAsync("lan", DeskHost.Password);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        using var reader = await desk.SignInAsync("an", Roles.Auditor);
        var at = (await AskAsync(lan, null))["at"]!.GetValue<long>();
        await (await ha.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        await (await ha.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/hand-over", ("body", lanId));
        Assert.Equal([$"Anh/chị được giao yêu cầu {number}"], await ListAsync(lan, at));
        Assert.Empty(await ListAsync(ha, at));
        Assert.Contains("data-news=\"/desk/news\"", (await lan.OpenAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-news", (await reader.OpenAsync("/desk")).Html, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> AskAsync(Browser official, long? since)
    {
        await official.AskByItselfAsync(since is null ? "/desk/news" : $"/desk/news?since={since}");
        Assert.Equal(200, official.Status);
        return JsonNode.Parse(official.Html)!.AsObject();
    }

    private static async Task<List<string>> ListAsync(Browser official, long since) =>
        [.. (await AskAsync(official, since))["items"]!.AsArray().Select(item => item!["text"]!.GetValue<string>())];
}
