using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector.Files;

/// <summary>
/// Files that a bot sends to a person in Teams (Teams: "Send and receive files"): the person accepts, then the bot uploads the file to the
/// person's storage, at the address in the response. In personal scope only.
/// </summary>
public static class FileConsent
{
    public const string InvokeName = "fileConsent/invoke";
    public const string CardType = "application/vnd.microsoft.teams.card.file.consent";
    public const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>The consent card.</summary>
    /// <param name="key">Identifies the file when the person accepts; returned by the client and may be forged.</param>
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

    /// <summary>The file card that is shown after the upload.</summary>
    public static Attachment Stored(FileConsentAnswer.Accepted answer) =>
        new()
        {
            ContentType = InfoType,
            Name = answer.Name,
            ContentUrl = answer.ContentUrl,
            Content = new JsonObject { ["uniqueId"] = answer.UniqueId, ["fileType"] = answer.FileType },
        };

    /// <summary>The person's response; null when the invoke is malformed.</summary>
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

/// <summary>A person's response to an offered file.</summary>
public abstract record FileConsentAnswer
{
    private FileConsentAnswer() { }

    public sealed record Accepted(string Key, string UploadUrl, string Name, string ContentUrl, string UniqueId, string FileType)
        : FileConsentAnswer;

    public sealed record Declined(string Key) : FileConsentAnswer;
}

/// <summary>Finds offered files by the key of the offer.</summary>
public interface IOfferedFiles
{
    /// <summary>The file; null when it does not exist or was not offered to this person.</summary>
    Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken);
}
