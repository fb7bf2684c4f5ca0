using System.Net;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Attacks;

/// <summary>Every account of the machine could read the database and the files; files that were refused stayed on the disk.</summary>
public sealed class DataAtRestTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Folders_and_files_are_closed_to_other_accounts_also_those_of_an_earlier_version()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using (var host = await DirectLineHost.StartAsync(folder))
        {
            var client = await host.StartConversationAsync();
            await UploadAsync(client, "text/plain", "a.txt", "x"u8.ToArray());
            await client.SayAsync("x");
            await client.PollUntilAsync("echo x");
            AssertIsClosed();
        }

        // As an earlier version left them.
        foreach (var file in Directory.EnumerateFiles(folder.Path, "assistant.db*"))
        {
            File.SetUnixFileMode(file, PrivateFile.FileMode | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        File.SetUnixFileMode(folder.Path, PrivateFile.FolderMode | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await using (var host = await DirectLineHost.StartAsync(folder))
        {
            await host.StartConversationAsync();
            AssertIsClosed();
        }
    }

    [Fact]
    public async Task A_refused_file_is_deleted_at_once()
    {
        await using var host = await TeamsHost.StartAsync(folder, ("DirectLine:Secrets:0", DirectLineHost.Secret));
        var client = await DirectLineClient.GenerateAsync(host.Http, "dl_a");
        await client.StartAsync();
        // No case waits for a file: it is held for the next form.
        await UploadAsync(client, "application/pdf", "a.pdf", SampleFiles.Pdf);
        await host.WaitUntilIdleAsync();
        Assert.Equal((1, 1), (Count("uploads"), Count("files")));

        await client.SayAsync("Gửi yêu cầu");
        await UploadAsync(client, "application/pdf", "b.pdf", "MZ"u8.ToArray());
        await host.WaitUntilIdleAsync();
        Assert.Equal((1, 1), (Count("uploads"), Count("files")));
        await UploadAsync(client, "application/pdf", "c.pdf", SampleFiles.Pdf);
        await host.WaitUntilIdleAsync();
        Assert.Equal((2, 2), (Count("uploads"), Count("files")));
    }

    [Fact]
    public async Task A_file_that_is_held_for_the_next_form_goes_with_the_erasure()
    {
        await using var host = await TeamsHost.StartAsync(folder, ("DirectLine:Secrets:0", DirectLineHost.Secret));
        var client = await DirectLineClient.GenerateAsync(host.Http, "dl_a");
        await client.StartAsync();
        await UploadAsync(client, "application/pdf", "a.pdf", SampleFiles.Pdf);
        await host.WaitUntilIdleAsync();
        Assert.Equal(1, Count("files"));

        await client.SayAsync("Xóa dữ liệu của tôi");
        await client.SayAsync("Có, xóa");
        await host.WaitUntilIdleAsync();
        await host.Get<ErasureWorker>().RunAsync(default);
        Assert.Equal((0, 0), (Count("uploads"), Count("files")));
    }

    private int Count(string name) => Directory.Exists(folder.File(name)) ? Directory.GetFiles(folder.File(name)).Length : 0;

    private void AssertIsClosed()
    {
        var root = new DirectoryInfo(folder.Path);
        Assert.All(
            [root, .. root.EnumerateDirectories("*", SearchOption.AllDirectories)],
            found => Assert.Equal(PrivateFile.FolderMode, found.UnixFileMode)
        );
        Assert.All(
            root.EnumerateFiles("*", SearchOption.AllDirectories),
            file => Assert.True(file.UnixFileMode == PrivateFile.FileMode, $"{file.Name} {file.UnixFileMode}")
        );
    }

    private static async Task UploadAsync(DirectLineClient client, string type, string name, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename=\"{name}\"");
        Assert.Equal(HttpStatusCode.OK, (await client.UploadAsync(content, "?userId=u")).Status);
    }
}
