using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The pages and the chat for people who use a keyboard, a screen reader, large letters or a small screen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 320, Height = 640 },
        HasTouch = true,
        IsMobile = true,
    };

    [BrowserFact]
    public async Task Axe_finds_nothing_serious_in_light_and_dark_in_both_languages()
    {
        foreach (var (path, scheme) in new[] { ("/", ColorScheme.Light), ("/", ColorScheme.Dark), ("/en", ColorScheme.Light) })
        {
            await using var chat = await browser.VisitAsync(path, new BrowserNewContextOptions { ColorScheme = scheme });
            await AssertAccessibleAsync(chat, $"{path} {scheme}");
            await chat.OpenChatAsync();
            await chat.AskAsync(path == "/" ? "doanh nghiep nho la gi" : "What is a small enterprise?");
            await AssertAccessibleAsync(chat, $"{path} {scheme}, chat");
            await chat.AskAsync(path == "/" ? "gửi yêu cầu" : "send a request");
            await Assertions.Expect(chat.Panel.Locator(".card input").First).ToBeVisibleAsync();
            await AssertAccessibleAsync(chat, $"{path} {scheme}, form");
            chat.AssertNoComplaints();
        }
    }

    [BrowserFact]
    public async Task Everything_fits_at_320_pixels_and_the_phone_chat_fills_the_screen_and_keeps_the_focus()
    {
        await using var chat = await browser.VisitAsync("/", Phone);
        Assert.Equal(0, await chat.OverflowAsync());
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        await chat.AskAsync("gửi yêu cầu");
        await Assertions.Expect(chat.Panel.Locator(".card input").First).ToBeVisibleAsync();
        Assert.Equal(0, await chat.OverflowAsync());
        var box = await chat.Panel.BoundingBoxAsync();
        Assert.Equal((0f, 0f, 320f, 640f), (box!.X, box.Y, box.Width, box.Height));
        Assert.Equal("true", await chat.Panel.GetAttributeAsync("aria-modal"));
        for (var i = 0; i < 60; i++)
        {
            await chat.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal("POLICY-ASSISTANT", await chat.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task A_phone_finds_the_chat_after_a_reload_as_it_was_left()
    {
        await using var chat = await browser.VisitAsync("/", Phone);
        await Assertions.Expect(chat.Launcher).ToBeVisibleAsync();
        await Assertions.Expect(chat.Panel).ToBeHiddenAsync();
        await chat.OpenChatAsync();
        await chat.AskAsync("xin chào");

        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Panel).ToBeFocusedAsync();
        await Assertions.Expect(chat.Mine).ToHaveTextAsync(["xin chào"]);

        await chat.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(chat.Launcher).ToBeFocusedAsync();
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Launcher).ToBeVisibleAsync();
        await Assertions.Expect(chat.Panel).ToBeHiddenAsync();
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task The_landing_page_fits_at_twice_the_size_of_a_small_window()
    {
        await using var chat = await browser.VisitAsync(
            "/",
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 640, Height = 430 },
                DeviceScaleFactor = 2,
            }
        );
        await chat.OpenChatAsync();
        Assert.Equal(0, await chat.OverflowAsync());
        await Assertions.Expect(chat.Box).ToBeInViewportAsync();
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task The_keyboard_alone_opens_asks_reads_and_closes()
    {
        await using var chat = await browser.VisitAsync();
        await chat.Launcher.FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Box).ToBeFocusedAsync();
        await Assertions.Expect(chat.Theirs.First).ToBeVisibleAsync();
        var before = await chat.Theirs.CountAsync();
        await chat.Page.Keyboard.TypeAsync("doanh nghiep nho la gi");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Theirs.Nth(before)).ToBeVisibleAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(chat.Panel).ToBeHiddenAsync();
        await Assertions.Expect(chat.Launcher).ToBeFocusedAsync();
        Assert.Equal("false", await chat.Launcher.GetAttributeAsync("aria-expanded"));
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task Suggestions_are_told_marked_and_taken_with_the_keyboard()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Box.PressSequentiallyAsync("bao lanh tin dung");
        var options = chat.Panel.Locator(".composer [role=listbox] [role=option]");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await Assertions
            .Expect(chat.Panel.Locator(".composer .suggesting [role=status]"))
            .ToHaveTextAsync($"Có {await options.CountAsync()} câu hỏi gợi ý, dùng phím mũi tên để chọn.");
        await chat.Page.Keyboard.PressAsync("ArrowDown");
        var marked = chat.Panel.Locator(".composer [role=option][aria-selected=true]");
        await Assertions.Expect(marked).ToHaveCountAsync(1);
        Assert.Equal(await marked.GetAttributeAsync("id"), await chat.Box.GetAttributeAsync("aria-activedescendant"));
        await AssertAccessibleAsync(chat, "suggestions");
        await chat.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        Assert.Null(await chat.Box.GetAttributeAsync("aria-activedescendant"));

        await chat.AskAsync("gửi yêu cầu");
        var ward = chat.Panel.Locator(".card.form").GetByLabel("Phường, xã");
        await Assertions.Expect(ward).ToHaveAttributeAsync("role", "combobox");
        await Assertions.Expect(ward).ToHaveAttributeAsync("aria-expanded", "false");
        await ward.PressSequentiallyAsync("cua nam");
        await Assertions.Expect(ward).ToHaveAttributeAsync("aria-expanded", "true");
        await AssertAccessibleAsync(chat, "places");
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task The_focus_returns_to_what_opened_the_chat_and_stays_where_it_is_outside_of_it()
    {
        await using var chat = await browser.VisitAsync();
        await chat.Page.EvaluateAsync(
            "() => { const own = document.createElement('button'); own.id = 'own'; own.textContent = 'Hỏi'; "
                + "own.onclick = () => document.querySelector('policy-assistant').open(); document.body.prepend(own); }"
        );
        var own = chat.Page.Locator("#own");
        await own.ClickAsync();
        await Assertions.Expect(chat.Box).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(own).ToBeFocusedAsync();

        await own.ClickAsync();
        await Assertions.Expect(chat.Box).ToBeFocusedAsync();
        await chat.Page.Locator("a[href]").First.FocusAsync();
        await chat.Page.EvaluateAsync("() => document.querySelector('policy-assistant').close()");
        await Assertions.Expect(chat.Panel).ToBeHiddenAsync();
        await Assertions.Expect(chat.Page.Locator("a[href]").First).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Enter_that_ends_a_composition_does_not_send()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Box.FillAsync("ho");
        await chat.Box.DispatchEventAsync("compositionstart", new { });
        await chat.Box.PressAsync("Enter");
        Assert.Equal("ho", (await chat.Box.InputValueAsync()).Trim());
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(0);
        await chat.Box.DispatchEventAsync("compositionend", new { });
        await chat.Box.PressAsync("Enter");
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(1);
    }

    private static async Task AssertAccessibleAsync(ChatPage chat, string where)
    {
        var result = await chat.Page.RunAxe();
        var serious = result
            .Violations.Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}"));
        Assert.Empty(serious);
    }
}
