using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector.Files;

/// <summary>
/// Files that the bot sends to a user in Teams (Teams: "Send and receive files"): the user accepts, then the bot uploads the file to the
/// user's storage, at the URL in the response. Personal chats only.
/// </summary>
public static class FileConsent
{
    public const string InvokeName = "fileConsent/invoke";
    public const string CardType = "application/vnd.microsoft.teams.card.file.consent";
    public const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>The consent card.</summary>
    /// <param name="key">Identifies the file when the person accepts; returned by the client and may be forged.</param>
    public static Attachment CreateConsentCard(string key, string name, string description, long sizeInBytes) =>
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
    public static Attachment CreateFileCard(FileConsentResponse.Accepted answer) =>
        new()
        {
            ContentType = InfoType,
            Name = answer.Name,
            ContentUrl = answer.ContentUrl,
            Content = new JsonObject { ["uniqueId"] = answer.UniqueId, ["fileType"] = answer.FileType },
        };

    /// <summary>The person's response; null when the invoke is malformed.</summary>
    public static FileConsentResponse? Read(Activity invoke)
    {
        if (
            invoke.Value is not JsonObject value
            || CardTree.StringOrNull((value["context"] as JsonObject)?["file"]) is not { Length: > 0 } key
        )
        {
            return null;
        }

        if (CardTree.StringOrNull(value["action"]) == "decline")
        {
            return new FileConsentResponse.Declined(key);
        }

        return value["uploadInfo"] is JsonObject upload && CardTree.StringOrNull(upload["uploadUrl"]) is { } uploadUrl
            ? new FileConsentResponse.Accepted(
                key,
                uploadUrl,
                CardTree.StringOrNull(upload["name"]) ?? "",
                CardTree.StringOrNull(upload["contentUrl"]) ?? "",
                CardTree.StringOrNull(upload["uniqueId"]) ?? "",
                CardTree.StringOrNull(upload["fileType"]) ?? ""
            )
            : null;
    }
}

/// <summary>A person's response to an offered file.</summary>
public abstract record FileConsentResponse
{
    private FileConsentResponse() { }

    public sealed record Accepted(string Key, string UploadUrl, string Name, string ContentUrl, string UniqueId, string FileType)
        : FileConsentResponse;

    public sealed record Declined(string Key) : FileConsentResponse;
}

/// <summary>Finds offered files by the key of the offer.</summary>
public interface IOfferedFiles
{
    /// <summary>The file; null when it does not exist or was not offered to this person.</summary>
    Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken);
}
