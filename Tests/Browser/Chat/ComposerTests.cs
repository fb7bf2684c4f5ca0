using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Chat;

/// <summary>What is written in the box: suggestions, files, and messages to the official of a case.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ComposerTests(BrowserFixture browser)
{
    private const string CaseNumber = "HN-2026-000001-2";

    /// <summary>What an official wrote, as the transcript brings it.</summary>
    private const string OfficialMessage = """
        { "type": "message", "id": "official", "timestamp": "2026-11-30T03:00:00Z", "from": { "id": "bot", "role": "bot" }, "text": "Xin bổ sung.",
          "channelData": { "caseEvent": "Question", "caseNumber": "HN-2026-000001-2", "caseStatus": "WaitingForAsker" } }
        """;

    [BrowserFact]
    public async Task A_suggestion_that_is_taken_keeps_the_files_and_is_sent_with_them()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat
            .Panel.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "hop-dong.txt",
                    MimeType = "text/plain",
                    Buffer = "Hợp đồng"u8.ToArray(),
                }
            );
        await chat.Box.PressSequentiallyAsync("bao lanh tin dung");
        var option = chat.Panel.Locator(".composer [role=option]").First;
        await Assertions.Expect(option).ToBeVisibleAsync();
        var title = await option.InnerTextAsync();
        await option.ClickAsync();
        await Assertions.Expect(chat.Box).ToHaveValueAsync(title);
        await Assertions.Expect(chat.Panel.Locator(".composer .files li")).ToHaveCountAsync(1);
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(0);
        await chat.Box.PressAsync("Enter");
        await Assertions.Expect(chat.Mine).ToHaveTextAsync([title, "hop-dong.txt"]);
    }

    [BrowserFact]
    public async Task A_long_answer_to_an_official_names_the_case_in_every_part_and_the_case_survives_a_reload()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Page.RouteAsync("**/activities?watermark=", AddOfficialMessageAsync);
        await chat.Page.ReloadAsync();
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Trả lời cán bộ" }).ClickAsync();
        var replying = chat.Panel.Locator(".replying");
        await Assertions.Expect(replying).ToContainTextAsync(CaseNumber);
        await chat.Page.ReloadAsync();
        await Assertions.Expect(replying).ToContainTextAsync(CaseNumber);

        List<string> requests = [];
        chat.Page.Request += (_, request) => requests.Add($"{request.Method} {request.Url}");
        List<string> sent = [];
        await chat.Page.RouteAsync(
            "**/activities",
            async route =>
            {
                sent.Add(route.Request.PostDataJSON()!.Value.GetProperty("text").GetString()!);
                await route.ContinueAsync();
            }
        );

        // Fits into a message, but not together with the number of the case.
        await chat.Box.FillAsync(string.Concat(Enumerable.Repeat("abcd ", 1599)) + "efgh.");
        await Assertions.Expect(chat.Panel.Locator(".problem")).ToContainTextAsync("Chưa có gì bị cắt");
        await Assertions.Expect(chat.Box).ToHaveAttributeAsync("aria-invalid", "true");
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Gửi thành 2 tin nhắn" }).ClickAsync();
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(2);
        await Assertions.Expect(replying).ToBeHiddenAsync();
        await Assertions.Expect(chat.Panel.Locator(".message.mine[data-status=sent]")).ToHaveCountAsync(2);
        Assert.Equal(2, sent.Count);
        Assert.All(sent, text => Assert.StartsWith(CaseNumber + ": ", text, StringComparison.Ordinal));
        Assert.All(sent, text => Assert.InRange(text.Length, 1, 8000));

        // What is written to an official is no question to the assistant.
        Assert.DoesNotContain(requests, request => request.EndsWith("titles.json", StringComparison.Ordinal));
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(2);
        await Assertions.Expect(replying).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Suggestions_come_again_after_their_list_could_not_be_fetched()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Page.RouteAsync("**/titles.json", route => route.FulfillAsync(new() { Status = 503 }));
        await chat.Page.RunAndWaitForResponseAsync(() => chat.Box.PressSequentiallyAsync("bao lanh"), "**/titles.json");
        await chat.Page.UnrouteAllAsync();
        await chat.Page.EvaluateAsync("() => { const now = Date.now; Date.now = () => now() + 60_000; }");
        await chat.Box.PressSequentiallyAsync(" tin dung");
        await Assertions.Expect(chat.Panel.Locator(".composer [role=option]").First).ToBeVisibleAsync();
    }

    /// <summary>A message whose files were lost with the page is neither forgotten nor in the way.</summary>
    [BrowserFact]
    public async Task A_message_whose_files_were_lost_stays_until_it_is_written_again_or_removed()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Page.RouteAsync("**/upload", route => route.AbortAsync());
        await chat
            .Panel.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "hop-dong.txt",
                    MimeType = "text/plain",
                    Buffer = "Hợp đồng"u8.ToArray(),
                }
            );
        await chat.Box.FillAsync("Xem giúp hợp đồng này");
        await chat.Box.PressAsync("Enter");
        var mine = chat.Panel.Locator(".message.mine");
        await Assertions.Expect(mine).ToContainTextAsync("tin sẽ tự gửi");
        for (var reload = 0; reload < 2; reload++)
        {
            await chat.Page.ReloadAsync();
            await Assertions.Expect(mine).ToContainTextAsync("Anh/chị chọn lại tệp rồi gửi giúp");
        }

        await mine.GetByRole(AriaRole.Button, new() { Name = "Soạn lại" }).ClickAsync();
        await Assertions.Expect(chat.Box).ToHaveValueAsync("Xem giúp hợp đồng này");
        await Assertions.Expect(mine).ToHaveCountAsync(0);
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Theirs.First).ToBeVisibleAsync();
        await Assertions.Expect(mine).ToHaveCountAsync(0);
    }

    internal static async Task AddOfficialMessageAsync(IRoute route)
    {
        var response = await route.FetchAsync();
        var text = await response.TextAsync();
        var end = text.LastIndexOf(']');
        await route.FulfillAsync(new() { Response = response, Body = text.Insert(end, "," + OfficialMessage) });
    }
}
