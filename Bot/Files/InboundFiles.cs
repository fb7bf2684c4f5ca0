using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Files;

/// <summary>Takes over the files that came with a message: those of the web chat lie here already, those of Teams are fetched.</summary>
internal sealed class InboundFiles(FileStore store, UploadedFiles uploads, FileDownloads downloads)
{
    public static bool Has(Activity message) => message.Attachments?.Any(FileDownloads.IsFile) == true;

    /// <param name="room">How many may still be taken.</param>
    public async Task<IReadOnlyList<FileReceipt>> TakeAsync(Activity message, int room, CancellationToken cancellationToken)
    {
        var receipts = new List<FileReceipt>();
        foreach (var attachment in message.Attachments!.Where(FileDownloads.IsFile))
        {
            var receipt =
                receipts.Count(r => r is FileReceipt.Taken) >= room
                    ? Refused(attachment, FileProblem.TooMany)
                    : await TakeAsync(message.ChannelId, attachment, cancellationToken) ?? Refused(attachment, FileProblem.NotHandedOver);
            receipts.Add(receipt);
        }

        return receipts;
    }

    private async Task<FileReceipt?> TakeAsync(string? channelId, Attachment attachment, CancellationToken cancellationToken)
    {
        if (channelId != ChannelIds.Directline)
        {
            return await downloads.ReadAsync<FileReceipt>(attachment, store.SaveAsync, cancellationToken);
        }

        // Anybody can write any address into an activity: only what was uploaded here is read, and nothing is fetched.
        if (uploads.Find((attachment.ContentUrl ?? "").Split('/')[^1]) is not { } uploaded)
        {
            return null;
        }

        await using var content = File.OpenRead(uploaded.Path);
        return await store.SaveAsync(content, uploaded.File.Name, cancellationToken);
    }

    private static FileReceipt.Refused Refused(Attachment attachment, FileProblem problem) =>
        new(UploadedFiles.SafeName(attachment.Name ?? ""), problem);
}
