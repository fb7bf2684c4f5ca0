using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Files on a case's page.</summary>
public sealed class CaseFilePageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_official_adds_removes_and_downloads_files_but_not_of_cases_of_others()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        var page = $"/desk/cases/{number}";
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        Assert.Contains(DeskFileTexts.NoFiles.Vi, lan.Text, StringComparison.Ordinal);

        await lan.UploadAsync($"{page}/files", ("mẫu <b>.docx", SampleFiles.Docx), ("bảng.pdf", SampleFiles.Pdf));
        Assert.Equal(302, lan.Status);
        await lan.OpenAsync(page);
        Assert.Contains("mẫu b.docx", lan.Text, StringComparison.Ordinal);
        Assert.Contains(DeskFileTexts.SentWithNextReply.Vi, lan.Text, StringComparison.Ordinal);
        Assert.Contains(DeskFileTexts.NotScanned.Vi, lan.Text, StringComparison.Ordinal);

        await lan.UploadAsync($"{page}/files", ("chạy.exe", SampleFiles.Pdf));
        Assert.Equal(422, lan.Status);
        Assert.Contains("chạy.exe chưa được nhận", lan.Text, StringComparison.Ordinal);

        var rows = await desk.Get<CaseFileService>().ListAsync(number.ToString(), default);
        var (docx, pdf) = (rows.Single(r => r.Name.EndsWith("docx", StringComparison.Ordinal)), rows.Single(r => r.Name == "bảng.pdf"));
        await lan.OpenAsync($"{page}/files/{docx.Id}");
        Assert.Equal(
            (200, "nosniff", "attachment"),
            (
                lan.Status,
                lan.Response.Headers.GetValues("X-Content-Type-Options").Single(),
                lan.Response.Content.Headers.ContentDisposition!.DispositionType
            )
        );
        Assert.Equal(SampleFiles.Docx, await lan.Response.Content.ReadAsByteArrayAsync());
        Assert.Contains(
            await desk.Get<CaseViewLog>().ListAsync(number.ToString(), null, null, default),
            v => v.Item == ViewedItem.Attachment
        );

        await minh.OpenAsync($"{page}/files/{docx.Id}");
        Assert.Equal(404, minh.Status);
        await lan.OpenAsync($"/desk/cases/{await desk.SubmitAsync()}/files/{docx.Id}");
        Assert.Equal(404, lan.Status);

        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/files/{pdf.Id}/remove");
        Assert.False(desk.Get<FileStore>().Exists(pdf.Id));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Mời xem tệp."));
        await lan.OpenAsync(page);
        Assert.Contains(DeskFileTexts.Sent.Vi, lan.Text, StringComparison.Ordinal);
        await lan.PostAsync($"{page}/files/{docx.Id}/remove");
        Assert.Equal(400, lan.Status); // Without the form's token nobody does anything.
        Assert.True(desk.Get<FileStore>().Exists(docx.Id));
    }

    [Fact]
    public void The_texts_of_both_languages_are_there() =>
        Assert.All(
            typeof(DeskFileTexts).GetFields().Select(field => (PolicyAssistantBot.Knowledge.LocalizedText)field.GetValue(null)!),
            text =>
                Assert.True(
                    text.Vi.Length > 0
                        && text.En.Length > 0
                        && text.Vi.Contains("{0}", StringComparison.Ordinal) == text.En.Contains("{0}", StringComparison.Ordinal)
                )
        );
}
