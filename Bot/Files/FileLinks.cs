using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Files;

/// <summary>Signed addresses of files that officials sent: each is good for one conversation and for a time.</summary>
internal sealed class FileLinks(IDataProtectionProvider protection, IOptions<CaseFileOptions> options, TimeProvider time)
{
    public const string Path = "/files/";

    private readonly Sealer<FileLink> sealer = new(protection, "case-file", time);

    /// <summary>Without a host: the address is the service's own.</summary>
    public string Address(CaseFileRow file, Asker asker) =>
        Path + sealer.Seal(new FileLink(file.Id, asker.ChannelId, asker.ConversationId), options.Value.LinkLifetime);

    /// <summary>What a link says; null when it is not ours or has expired.</summary>
    public FileLink? Read(string ticket) => sealer.Open(ticket) is Unsealed<FileLink>.Valid { Value: var link } ? link : null;
}

internal sealed record FileLink(string FileId, string ChannelId, string ConversationId)
{
    public bool IsFor(Asker asker) => ChannelId == asker.ChannelId && ConversationId == asker.ConversationId;
}
