using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Privacy.Export;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Privacy;

/// <summary>"Show me my data" gives one page and one file with everything, and only to the person.</summary>
public sealed partial class ExportTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task Everything_about_a_person_is_exported_and_nothing_about_others(DatabaseKind database)
    {
        await using var chat = await PrivacyChat.StartAsync(folder, database);
        await chat.StartOtherAsync("dl_binh");
        var number = await chat.PlantAsync();
        await chat.CloseCaseAsync(number);
        var export = await chat.Host.Get<PersonalDataExporter>().ReadAsync("directline", PrivacyChat.User, default);
        Assert.Equal(2, export.Conversations.Count);
        Assert.Contains(
            export.Conversations[0].Messages,
            m => m.IsYours && m.Text?.Contains(PrivacyChat.Marker, StringComparison.Ordinal) == true
        );
        var exportedCase = Assert.Single(export.Cases);
        Assert.Equal((number.ToString(), 5), (exportedCase.Number, exportedCase.Rating));
        Assert.Contains(PrivacyChat.Marker, exportedCase.Facts.Content!, StringComparison.Ordinal);
        Assert.Contains(exportedCase.History, e => e.Text?.StartsWith("Kính gửi", StringComparison.Ordinal) == true);
        Assert.NotEmpty(exportedCase.Files);
        Assert.NotEmpty(exportedCase.Mails);
        Assert.NotEmpty(export.Questions);
        Assert.Single(export.Votes);

        var json = JsonSerializer.Serialize(export, PrivacyChat.Readable);
        Assert.DoesNotContain("OTHERPERSON", json, StringComparison.Ordinal);
        Assert.DoesNotContain($"Gọi cho {PrivacyChat.Marker}", json, StringComparison.Ordinal); // A note of officials.
    }

    [Fact]
    public async Task The_links_in_the_chat_open_the_page_and_the_file_for_a_quarter_of_an_hour()
    {
        await using var chat = await PrivacyChat.StartAsync(folder, DatabaseKind.Sqlite);
        await chat.SayAsync($"xin chào <b>{PrivacyChat.Marker}</b>");
        var reply = await chat.SayAsync("cho tôi xem dữ liệu của tôi");
        var links = LinkRegex().Matches(reply).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, links.Count);
        var page = await chat.Host.Http.GetStringAsync(new Uri(links[0], UriKind.Relative));
        Assert.Contains($"&lt;b&gt;{PrivacyChat.Marker}&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Dữ liệu của anh/chị", page, StringComparison.Ordinal);
        using var file = await chat.Host.Http.GetAsync(new Uri(links[1], UriKind.Relative));
        Assert.Equal(
            ("my-data.json", "no-store"),
            (file.Content.Headers.ContentDisposition!.FileNameStar, file.Headers.CacheControl!.ToString())
        );
        using var json = JsonDocument.Parse(await file.Content.ReadAsStringAsync());
        Assert.Equal(PrivacyChat.User, json.RootElement.GetProperty("userId").GetString());

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(chat, links[0].Replace("?lang", "x?lang", StringComparison.Ordinal)));
        chat.Host.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(chat, links[0]));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(chat, links[1]));
    }

    private static async Task<HttpStatusCode> StatusAsync(PrivacyChat chat, string path)
    {
        using var response = await chat.Host.Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    [GeneratedRegex(@"\((/my-data/[^)]+)\)")]
    private static partial Regex LinkRegex();
}
