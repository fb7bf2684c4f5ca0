using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Chat;

/// <summary>
/// Nothing that was typed is lost and no failure is silent: lost networks, half-open sockets, other tabs, reloads and long texts.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class NeverSilentTests(BrowserFixture browser)
{
    private const string Question = "doanh nghiep nho la gi";

    /// <summary>
    /// A network that changed under the socket: it stays open and carries nothing. The chat showed "online" and no answer until a reload.
    /// </summary>
    [BrowserFact]
    public async Task A_half_open_socket_is_replaced_within_20_seconds_and_the_missed_answer_comes()
    {
        await using var chat = await browser.VisitAsync();
        var isMuted = false;
        var sockets = 0;
        await chat.Page.RouteWebSocketAsync(
            "**/stream*",
            socket =>
            {
                var isOld = sockets++ == 0;
                var server = socket.ConnectToServer();
                server.OnMessage(frame =>
                {
                    if (!(isOld && isMuted))
                    {
                        socket.Send(frame.Text ?? "");
                    }
                });
            }
        );
        await chat.Page.Clock.InstallAsync();
        await chat.OpenChatAsync();
        isMuted = true;
        await chat.Box.FillAsync(Question);
        await chat.Box.PressAsync("Enter");
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(1);
        var before = await chat.Theirs.CountAsync();
        await chat.Page.Clock.FastForwardAsync(20_000);
        await Assertions.Expect(chat.Theirs.Nth(before)).ToBeVisibleAsync();
        Assert.Equal(2, sockets);
    }

    [BrowserFact]
    public async Task Without_a_network_a_banner_comes_at_once_and_the_message_is_sent_by_itself_later()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(chat.Panel.Locator(".status")).ToContainTextAsync("Không có kết nối mạng", new() { Timeout = 2_000 });
        await chat.Box.FillAsync(Question);
        await chat.Box.PressAsync("Enter");
        await Assertions.Expect(chat.Panel.Locator(".message.mine")).ToContainTextAsync("tin sẽ tự gửi");
        var before = await chat.Theirs.CountAsync();
        await chat.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(chat.Theirs.Nth(before)).ToBeVisibleAsync();
        await Assertions.Expect(chat.Panel.Locator(".message.mine")).Not.ToContainTextAsync("tin sẽ tự gửi");
        await Assertions.Expect(chat.Panel.Locator(".status")).ToBeEmptyAsync();
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_message_that_could_not_be_sent_and_a_draft_survive_a_reload()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Page.RouteAsync("**/activities", route => route.AbortAsync());
        await chat.Box.FillAsync(Question);
        await chat.Box.PressAsync("Enter");
        await Assertions.Expect(chat.Panel.Locator(".message.mine")).ToContainTextAsync("tin sẽ tự gửi");
        await chat.Box.PressSequentiallyAsync("viết dở");
        await chat.Page.UnrouteAllAsync();
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Box).ToHaveValueAsync("viết dở");
        await Assertions.Expect(chat.Mine).ToHaveTextAsync([Question]);
        await Assertions.Expect(chat.Theirs.Nth(1)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_tab_goes_on_in_the_new_conversation_that_another_tab_began()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.AskAsync(Question);
        var other = await chat.NewTabAsync();
        await other.GotoAsync(browser.Bot.BaseAddress.ToString());
        await other.Locator("policy-assistant .launcher").ClickAsync();
        await Assertions.Expect(other.Locator("policy-assistant .message.mine .bubble")).ToHaveTextAsync([Question]);

        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu cuộc trò chuyện mới" }).ClickAsync();
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu mới" }).ClickAsync();
        await Assertions.Expect(other.Locator("policy-assistant .notice")).ToContainTextAsync("thẻ khác");
        await other.Locator("policy-assistant textarea[name=message]").FillAsync("vốn điều lệ là gì");
        await other.Keyboard.PressAsync("Enter");
        await Assertions.Expect(other.Locator("policy-assistant .message.mine .bubble")).ToHaveTextAsync(["vốn điều lệ là gì"]);
        await Assertions.Expect(chat.Mine).ToHaveTextAsync(["vốn điều lệ là gì"]);
        await Assertions.Expect(other.Locator("policy-assistant .message.theirs").Nth(1)).ToBeVisibleAsync();
    }

    /// <summary>
    /// The new conversation has its greeting before the other tab reads it: drawing what was read must not wipe the notice.
    /// </summary>
    [BrowserFact]
    public async Task The_notice_of_a_new_conversation_stays_when_its_messages_are_drawn()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.AskAsync(Question);
        var other = await chat.NewTabAsync();
        await other.GotoAsync(browser.Bot.BaseAddress.ToString());
        await other.Locator("policy-assistant .launcher").ClickAsync();
        var theirs = other.Locator("policy-assistant .message.theirs");
        await Assertions.Expect(theirs.Nth(1)).ToBeVisibleAsync();
        var greeted = new TaskCompletionSource();
        await other.RouteAsync(
            "**/activities?*",
            async route =>
            {
                await greeted.Task;
                await route.ContinueAsync();
            }
        );

        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu cuộc trò chuyện mới" }).ClickAsync();
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu mới" }).ClickAsync();
        await Assertions.Expect(chat.Theirs).ToHaveCountAsync(1);
        var notice = other.Locator("policy-assistant .notice");
        await Assertions.Expect(notice).ToContainTextAsync("thẻ khác");
        greeted.SetResult();
        await Assertions.Expect(theirs).ToHaveCountAsync(1);
        await Assertions.Expect(notice).ToContainTextAsync("thẻ khác");
    }

    [BrowserFact]
    public async Task A_paste_that_is_too_long_is_told_before_it_is_cut_and_goes_as_several_messages_or_a_file()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        var text = string.Join(' ', Enumerable.Repeat("Công ty tôi cần hướng dẫn hồ sơ.", 300)) + " Câu hỏi cuối cùng?";
        await chat.Box.FillAsync(text);
        await Assertions.Expect(chat.Panel.Locator(".problem")).ToContainTextAsync("Chưa có gì bị cắt");
        Assert.Equal(text, await chat.Box.InputValueAsync());
        await chat.Box.PressAsync("Enter");
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(0);

        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Đính kèm phần sau thành tệp" }).ClickAsync();
        await Assertions.Expect(chat.Panel.Locator(".composer .files li")).ToContainTextAsync("noi-dung-tiep-theo.txt");
        await Assertions.Expect(chat.Panel.Locator(".problem")).ToBeEmptyAsync();
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bỏ tệp noi-dung-tiep-theo.txt" }).ClickAsync();

        await chat.Box.FillAsync(text);
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Gửi thành 2 tin nhắn" }).ClickAsync();
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(2);
        await Assertions.Expect(chat.Mine.Last).ToContainTextAsync("Câu hỏi cuối cùng?");
    }

    [BrowserFact]
    public async Task Files_are_taken_where_they_are_dropped_or_pasted()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        const string Files =
            "const data = new DataTransfer(); data.items.add(new File(['x'], 'a.txt', { type: 'text/plain' })); "
            + "data.items.add(new File(['y'], 'b.pdf'));";
        var isPrevented = await chat.Panel.EvaluateAsync<bool>(
            $"panel => {{ {Files} const send = name => !panel.dispatchEvent(new DragEvent(name, "
                + "{ bubbles: true, cancelable: true, dataTransfer: data })); send('dragenter'); return send('dragover') && send('drop'); }"
        );
        Assert.True(isPrevented);
        await Assertions.Expect(chat.Panel.Locator(".composer .files li")).ToHaveCountAsync(2);
        await chat.Box.EvaluateAsync(
            "box => { const data = new DataTransfer(); data.items.add(new File(['z'], 'anh.png')); "
                + "box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })); }"
        );
        await Assertions.Expect(chat.Panel.Locator(".composer .files li")).ToHaveCountAsync(3);
        await chat
            .Panel.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "IMG_0001.HEIC",
                    MimeType = "image/heic",
                    Buffer = [1],
                }
            );
        await Assertions.Expect(chat.Panel.Locator(".problem")).ToContainTextAsync("JPG hoặc PNG");
    }
}
