using System.Text;
using System.Text.Json;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Reads JSON bodies up to a limit, so that a refusal of a long body has a proper error response.</summary>
internal static class BodyReader
{
    private static readonly JsonSerializerOptions ParameterJsonOptions = new(JsonSerializerDefaults.Web);

    /// <summary>The body, or null when it is longer than the limit in characters.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, long? contentLength, int maxCharacters, CancellationToken cancellationToken)
    {
        var maxBytes = (maxCharacters * 4) + 1;
        if (contentLength > maxBytes)
        {
            return null;
        }

        using var buffer = new MemoryStream((int)(contentLength ?? 0));
        var chunk = new byte[8192];
        for (int read; (read = await body.ReadAsync(chunk, cancellationToken)) > 0; )
        {
            if (buffer.Length + read > maxBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        var bytes = buffer.ToArray();
        return bytes.Length <= maxCharacters || Encoding.UTF8.GetCharCount(bytes) <= maxCharacters ? bytes : null;
    }

    /// <summary>The activity, or the reason why the body is not one.</summary>
    public static (Activity? Activity, string? Problem) ParseActivity(ReadOnlySpan<byte> json)
    {
        try
        {
            var activity = SchemaJson.FromJson<Activity>(json);
            return string.IsNullOrWhiteSpace(activity?.Type) ? (null, "The activity has no type.") : (activity, null);
        }
        catch (JsonException)
        {
            return (null, "The body is not a well-formed activity.");
        }
    }

    /// <summary>The parameters; defaults when the body is empty, null when it is malformed.</summary>
    public static async Task<T?> ReadParametersAsync<T>(HttpRequest request, T defaults, CancellationToken cancellationToken)
        where T : class
    {
        if (await ReadAsync(request.Body, request.ContentLength, 16 * 1024, cancellationToken) is not { } bytes)
        {
            return null;
        }

        try
        {
            return bytes.Length == 0 ? defaults : JsonSerializer.Deserialize<T>(bytes, ParameterJsonOptions) ?? defaults;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
