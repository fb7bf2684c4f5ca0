using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Files;

/// <summary>Stores the files of a message: those of the web chat are already on this server, those of Teams are downloaded.</summary>
internal sealed class InboundFileReceiver(FileStore store, UploadedFiles uploads, FileDownloads downloads)
{
    public static bool HasFiles(Activity message) => message.Attachments?.Any(FileDownloads.IsFile) == true;

    /// <param name="remainingCount">The number of files that are still accepted.</param>
    public async Task<IReadOnlyList<FileReceipt>> ReceiveAsync(Activity message, int remainingCount, CancellationToken cancellationToken)
    {
        var receipts = new List<FileReceipt>();
        foreach (var attachment in message.Attachments!.Where(FileDownloads.IsFile))
        {
            var receipt =
                receipts.Count(r => r is FileReceipt.Accepted) >= remainingCount
                    ? CreateRefusal(attachment, FileProblem.TooMany)
                    : await ReceiveAsync(message.ChannelId, attachment, cancellationToken)
                        ?? CreateRefusal(attachment, FileProblem.DownloadFailed);
            receipts.Add(receipt);
            if (receipt is FileReceipt.Refused)
            {
                Discard(message.ChannelId, attachment);
            }
        }

        return receipts;
    }

    /// <summary>Deletes the uploaded files of a message that is not accepted.</summary>
    public void Discard(Activity message)
    {
        foreach (var attachment in message.Attachments!.Where(FileDownloads.IsFile))
        {
            Discard(message.ChannelId, attachment);
        }
    }

    private void Discard(string? channelId, Attachment attachment)
    {
        if (FindUploaded(channelId, attachment) is { } uploaded)
        {
            uploads.Delete(uploaded);
        }
    }

    private async Task<FileReceipt?> ReceiveAsync(string? channelId, Attachment attachment, CancellationToken cancellationToken)
    {
        if (channelId != ChannelIds.Directline)
        {
            return await downloads.ReadAsync<FileReceipt>(attachment, store.SaveAsync, cancellationToken);
        }

        if (FindUploaded(channelId, attachment) is not { } uploaded)
        {
            return null;
        }

        await using var content = uploads.OpenRead(uploaded);
        return await store.SaveAsync(content, uploaded.Name, cancellationToken);
    }

    /// <summary>A client can put any URL into an activity: only files that were uploaded to this server are read, and nothing is
    /// downloaded.</summary>
    private FileTicket? FindUploaded(string? channelId, Attachment attachment) =>
        channelId == ChannelIds.Directline ? uploads.Find((attachment.ContentUrl ?? "").Split('/')[^1]) : null;

    private static FileReceipt.Refused CreateRefusal(Attachment attachment, FileProblem problem) =>
        new(UploadedFiles.SanitizeName(attachment.Name ?? ""), problem);
}
