using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Files;

/// <summary>Signed URLs of files that officials sent; each is valid for one conversation and for a limited time.</summary>
internal sealed class FileLinkService(IDataProtectionProvider protection, IOptions<CaseFileOptions> options, TimeProvider time)
{
    public const string PathPrefix = "/files/";

    private readonly ExpiringProtector<FileLink> protector = new(protection, "case-file", time);

    /// <summary>A relative URL.</summary>
    public string CreateUrl(CaseFileRow file, Asker asker) =>
        PathPrefix + protector.Protect(new FileLink(file.Id, asker.ChannelId, asker.ConversationId), options.Value.LinkLifetime);

    /// <summary>The content of a link; null when its signature is invalid or it has expired.</summary>
    public FileLink? Read(string ticket) =>
        protector.Unprotect(ticket) is UnprotectResult<FileLink>.Valid { Value: var link } ? link : null;
}

internal sealed record FileLink(string FileId, string ChannelId, string ConversationId)
{
    public bool IsFor(Asker asker) => ChannelId == asker.ChannelId && ConversationId == asker.ConversationId;
}
