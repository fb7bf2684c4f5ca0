using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Files;

/// <summary>
/// The files that officials sent, for file consent in Teams: only the asker of the case gets them, whatever data the client returns.
/// </summary>
internal sealed class OfferedCaseFiles(CaseFileService caseFiles) : IOfferedFiles
{
    public async Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken) =>
        await caseFiles.FindSentAsync(key, cancellationToken) is { } sentFile
        && sentFile.Asker.ChannelId == invoke.ChannelId
        && sentFile.Asker.UserId == invoke.From?.Id
            ? await ReadAsync(sentFile.Row, cancellationToken)
            : null;

    private async Task<byte[]> ReadAsync(CaseFileRow file, CancellationToken cancellationToken)
    {
        await using var content = caseFiles.OpenRead(file);
        var bytes = new byte[file.Size];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
