using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Files;

/// <summary>Files that officials sent, for the consent of Teams: only the asker of the case gets them, whatever the client sends
/// back.</summary>
internal sealed class OfferedCaseFiles(CaseFiles files) : IOfferedFiles
{
    public async Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken) =>
        await files.FindSentAsync(key, cancellationToken) is { } found
        && found.Asker.ChannelId == invoke.ChannelId
        && found.Asker.UserId == invoke.From?.Id
            ? await File.ReadAllBytesAsync(found.Path, cancellationToken)
            : null;
}
