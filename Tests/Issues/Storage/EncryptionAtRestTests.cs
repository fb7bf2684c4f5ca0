using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Encryption;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>Whoever copied the data folder could read the files of cases, and could make tokens, cookies and codes with its keys.</summary>
public sealed class EncryptionAtRestTests : IDisposable
{
    private const string Marker = "ZQMARKER sổ đỏ của tôi";

    private readonly TempFolder folder = new();
    private readonly TempFolder secrets = new();

    public void Dispose()
    {
        folder.Dispose();
        secrets.Dispose();
    }

    [Fact]
    public async Task With_a_key_file_the_data_folder_holds_neither_readable_files_nor_readable_keys()
    {
        await using var host = await TeamsHost.StartAsync(
            folder,
            ("DirectLine:Secrets:0", DirectLineHost.Secret),
            ("Encryption:KeyFile", CreateKeyFile("key"))
        );
        var client = await DirectLineClient.GenerateAsync(host.Http, "dl_a");
        await client.StartAsync();
        await client.SayAsync("Gửi yêu cầu");
        await UploadAsync(client);
        await host.WaitUntilIdleAsync();

        foreach (var name in new[] { "uploads", "files" })
        {
            var file = new FileInfo(Assert.Single(Directory.GetFiles(folder.File(name))));
            Assert.True(OperatingSystem.IsWindows() || file.UnixFileMode == PrivateFile.FileMode);
            Assert.DoesNotContain(Marker, await File.ReadAllTextAsync(file.FullName), StringComparison.Ordinal);
        }

        Assert.Equal(Marker, await DownloadAsync(host.Http, client));
        var id = Path.GetFileName(Directory.GetFiles(folder.File("files")).Single());
        using var reader = new StreamReader(host.Get<FileStore>().OpenRead(id));
        Assert.Equal(Marker, await reader.ReadToEndAsync());
        AssertKeysAreEncrypted();
    }

    [Fact]
    public async Task Keys_and_files_from_before_are_still_read_key_files_can_be_replaced_and_without_one_nothing_starts()
    {
        var (first, second) = (CreateKeyFile("first"), CreateKeyFile("second"));
        DirectLineClient client;
        await using (var host = await DirectLineHost.StartAsync(folder))
        {
            client = await host.StartConversationAsync();
            await UploadAsync(client);
        }

        foreach (
            var settings in new (string, string)[][]
            {
                [("Encryption:KeyFile", first)],
                [("Encryption:KeyFile", second), ("Encryption:OldKeyFiles:0", first)],
                [("Encryption:KeyFile", second)],
            }
        )
        {
            await using var host = await DirectLineHost.StartAsync(folder, settings: settings);
            AssertKeysAreEncrypted();
            using var http = new HttpClient { BaseAddress = host.BaseAddress };
            client = new DirectLineClient(http, client.ConversationId, client.Token);
            foreach (var url in await ListFilesAsync(client))
            {
                Assert.Equal(Marker, await http.GetStringAsync(url));
            }

            await UploadAsync(client);
        }

        Assert.Equal(3, Directory.GetFiles(folder.File("uploads")).Count(EncryptedFiles.IsEncrypted));
        foreach (var settings in new (string, string)[][] { [], [("Encryption:KeyFile", first)] })
        {
            var refused = await Assert.ThrowsAsync<IOException>(() => DirectLineHost.StartAsync(folder, settings: settings));
            Assert.Contains("cannot be decrypted", refused.Message, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(first, "short");
        await Assert.ThrowsAsync<OptionsValidationException>(() =>
            DirectLineHost.StartAsync(folder, settings: [("Encryption:KeyFile", first)])
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task An_encrypted_file_is_read_as_it_was_written_and_any_change_is_noticed(int size)
    {
        var encryption = new EncryptedFiles(
            new EphemeralDataProtectionProvider(),
            Options.Create(new FileEncryptionOptions { Enabled = true })
        );
        var content = Enumerable.Range(0, size).Select(i => (byte)(i % 251)).ToArray();
        var path = folder.File(encryption.CreateName("a"));
        await using (var file = File.Create(path))
        await using (var writer = encryption.CreateWriter(file, Path.GetFileName(path)))
        {
            await writer.WriteAsync(content);
        }

        Assert.Equal(content, await ReadAsync(path));
        var stored = await File.ReadAllBytesAsync(path);
        var changed = stored.ToArray();
        changed[^1] ^= 1;
        await AssertIsNoticedAsync(changed, path);
        await AssertIsNoticedAsync(stored[..^1], path);
        await AssertIsNoticedAsync(stored, folder.File(encryption.CreateName("b")));
        var frameSize = sizeof(int) + BitConverter.ToInt32(stored);
        if (size > 65_536)
        {
            await AssertIsNoticedAsync(stored[..frameSize], path); // The end is missing.
            await AssertIsNoticedAsync(stored[frameSize..], path); // The beginning is missing.
        }

        async Task<byte[]> ReadAsync(string name)
        {
            await using var reader = encryption.OpenRead(name);
            using var read = new MemoryStream();
            await reader.CopyToAsync(read);
            return read.ToArray();
        }

        async Task AssertIsNoticedAsync(byte[] bytes, string name)
        {
            await File.WriteAllBytesAsync(name, bytes);
            var exception = await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(name));
            Assert.True(exception is CryptographicException or EndOfStreamException, exception.ToString());
        }
    }

    private string CreateKeyFile(string name)
    {
        var file = secrets.File(name);
        File.WriteAllBytes(file, SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return file;
    }

    private void AssertKeysAreEncrypted()
    {
        foreach (var file in Directory.GetFiles(folder.File("keys"), "*.xml"))
        {
            var text = File.ReadAllText(file);
            Assert.Contains("<encryptedKey", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<masterKey", text, StringComparison.Ordinal);
            Assert.True(OperatingSystem.IsWindows() || new FileInfo(file).UnixFileMode == PrivateFile.FileMode);
        }

        Assert.NotEmpty(Directory.GetFiles(folder.File("keys"), "*.xml"));
    }

    private static async Task UploadAsync(DirectLineClient client)
    {
        using var content = new StringContent(Marker, Encoding.UTF8, "text/plain");
        content.Headers.ContentType!.CharSet = null;
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"a.txt\"");
        Assert.Equal(HttpStatusCode.OK, (await client.UploadAsync(content, "?userId=u")).Status);
    }

    private static async Task<string> DownloadAsync(HttpClient http, DirectLineClient client) =>
        await http.GetStringAsync(Assert.Single(await ListFilesAsync(client)));

    private static async Task<List<Uri>> ListFilesAsync(DirectLineClient client) =>
        [
            .. (await client.PollAsync()).Json!["activities"]!
                .AsArray()
                .SelectMany(activity => activity!["attachments"]?.AsArray() ?? [])
                .Select(attachment => attachment!["contentUrl"]?.GetValue<string>())
                .Where(url => url?.Contains("/attachments/", StringComparison.Ordinal) == true)
                .Select(url => new Uri(new Uri(url!, UriKind.Absolute).PathAndQuery, UriKind.Relative)),
        ];
}
