using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>The id of the activity that was stored or sent.</summary>
public sealed class ResourceResponse
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The error body of a Bot Framework service.</summary>
public sealed class ErrorResponse
{
    public Error? Error { get; set; }

    public static ErrorResponse Of(string code, string message) =>
        new()
        {
            Error = new Error { Code = code, Message = message },
        };
}

/// <summary>The machine-readable code and the text of an error.</summary>
public sealed class Error
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}

/// <summary>A set of activities and the transcript position after the last of them.</summary>
public sealed class ActivitySet
{
    public IList<Activity>? Activities { get; set; }

    /// <summary>Opaque to the client.</summary>
    public string? Watermark { get; set; }
}
