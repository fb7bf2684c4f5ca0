using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector.Files;

/// <summary>
/// Files that a bot gives to a person in Teams (Teams: "Send and receive files"): the person agrees, then the bot writes the file into the
/// person's own storage, at an address that the answer names. In personal scope only.
/// </summary>
public static class FileConsent
{
    public const string InvokeName = "fileConsent/invoke";
    public const string CardType = "application/vnd.microsoft.teams.card.file.consent";
    public const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>The question to the person.</summary>
    /// <param name="key">By which the file is found when the person agrees; comes back from the client and may be forged.</param>
    public static Attachment Offer(string key, string name, string description, long sizeInBytes) =>
        new()
        {
            ContentType = CardType,
            Name = name,
            Content = new JsonObject
            {
                ["description"] = description,
                ["sizeInBytes"] = sizeInBytes,
                ["acceptContext"] = new JsonObject { ["file"] = key },
                ["declineContext"] = new JsonObject { ["file"] = key },
            },
        };

    /// <summary>What the person sees once the file is there.</summary>
    public static Attachment Stored(FileConsentAnswer.Accepted answer) =>
        new()
        {
            ContentType = InfoType,
            Name = answer.Name,
            ContentUrl = answer.ContentUrl,
            Content = new JsonObject { ["uniqueId"] = answer.UniqueId, ["fileType"] = answer.FileType },
        };

    /// <summary>What the person said; null when the invoke is malformed.</summary>
    public static FileConsentAnswer? Read(Activity invoke)
    {
        if (invoke.Value is not JsonObject value || CardTree.Text((value["context"] as JsonObject)?["file"]) is not { Length: > 0 } key)
        {
            return null;
        }

        if (CardTree.Text(value["action"]) == "decline")
        {
            return new FileConsentAnswer.Declined(key);
        }

        return value["uploadInfo"] is JsonObject upload && CardTree.Text(upload["uploadUrl"]) is { } address
            ? new FileConsentAnswer.Accepted(
                key,
                address,
                CardTree.Text(upload["name"]) ?? "",
                CardTree.Text(upload["contentUrl"]) ?? "",
                CardTree.Text(upload["uniqueId"]) ?? "",
                CardTree.Text(upload["fileType"]) ?? ""
            )
            : null;
    }
}

/// <summary>What a person said to a file that was offered.</summary>
public abstract record FileConsentAnswer
{
    private FileConsentAnswer() { }

    public sealed record Accepted(string Key, string UploadUrl, string Name, string ContentUrl, string UniqueId, string FileType)
        : FileConsentAnswer;

    public sealed record Declined(string Key) : FileConsentAnswer;
}

/// <summary>Files that were offered, by the key of their offer.</summary>
public interface IOfferedFiles
{
    /// <summary>The file for this person; null when there is none, or it is not theirs.</summary>
    Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken);
}
