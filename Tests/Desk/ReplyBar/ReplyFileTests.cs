using PolicyAssistantBot.Access;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.ReplyBar;

/// <summary>An official's files go with this official's next message to the asker, whichever it is, and once.</summary>
public sealed class ReplyFileTests : IDisposable
{
    private static readonly (string Name, byte[] Content) File = ("mau.txt", "Mẫu tờ khai"u8.ToArray());

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_goes_with_forwarding_too()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.UploadAsync($"{page}/send", [("mode", "forward"), ("body", "Sở Công Thương"), ("text", "Thuộc Sở khác.")], File);
        Assert.Equal(302, lan.Status);
        var file = Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default));
        Assert.Equal((await desk.FindAsync(number)).Request.Version, file.ReplyEventSequence);
    }

    [Fact]
    public async Task A_colleagues_waiting_file_does_not_go_with_my_reply_and_is_not_mine_to_remove()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await (await ha.OpenAsync(page)).UploadAsync($"{page}/files", File);
        await lan.OpenAsync(page);
        Assert.DoesNotContain("Bỏ tệp", lan.Text, StringComparison.Ordinal);
        Assert.Contains("của đồng nghiệp đã thêm tệp", lan.Text, StringComparison.Ordinal);
        var id = Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default)).Id;
        await lan.PostAgainAsync($"{page}/files/{id}/remove");
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ."));
        Assert.Equal(302, lan.Status);
        Assert.Null(Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default)).ReplyEventSequence);

        await ha.OpenAsync(page);
        await ha.SendAsync($"{page}/reply", ("text", "Mời xem tệp."));
        Assert.NotNull(Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default)).ReplyEventSequence);
    }

    [Theory, EveryDatabase]
    public async Task A_form_that_is_submitted_twice_stores_its_files_once(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        using var second = desk.Copy(lan);
        await second.OpenAsync(page);

        // Both at once.
        await Task.WhenAll(lan.UploadAsync($"{page}/files", File), second.UploadAsync($"{page}/files", File));
        Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default));

        // One after the other, and the first has been sent.
        (string, string)[] reply = [("mode", "reply"), ("text", "Gửi kèm mẫu.")];
        await lan.OpenAsync(page);
        await second.OpenAsync(page);
        await lan.UploadAsync($"{page}/send", reply, File);
        await second.UploadAsync($"{page}/send", reply, File);
        Assert.Equal((302, 302), (lan.Status, second.Status));
        Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default));
        Assert.Equal(3, (await desk.FindAsync(number)).Request.Version);
    }

    [Theory, EveryDatabase]
    public async Task A_form_that_is_submitted_twice_stores_its_note_once_and_another_note_too(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        var form = lan.Html.Split("name=\"form\" value=\"")[1].Split('"')[0];
        foreach (var text in new[] { "Đã gọi điện.", "Đã gọi điện.", "Sẽ gọi lại." })
        {
            await lan.SendAsync($"{page}/note", ("note", text), ("form", form));
            await lan.OpenAsync(page);
        }

        Assert.Equal(2, lan.Text.Split("Đã gọi điện.").Length);
        Assert.Equal(2, lan.Text.Split("Sẽ gọi lại.").Length);
    }

    [Fact]
    public async Task The_default_button_of_the_bar_is_the_one_that_sends()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).UploadAsync($"{page}/files", File);
        await lan.OpenAsync(page);
        var bar = lan.Html.Split("<form id=\"reply\"")[1];
        Assert.Contains("value=\"remove-", bar, StringComparison.Ordinal);
        Assert.StartsWith(" name=\"do\" value=\"send\"", bar.Split("<button")[1], StringComparison.Ordinal);
    }
}
