using System.Text;
using System.Text.Json;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Reads JSON bodies up to a limit, so that every refusal has a proper error body.</summary>
internal static class BodyReader
{
    private static readonly JsonSerializerOptions Parameters = new(JsonSerializerDefaults.Web);

    /// <summary>The body, or null when it is longer than the limit in characters.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, long? length, int limit, CancellationToken cancellationToken)
    {
        var most = (limit * 4) + 1;
        if (length > most)
        {
            return null;
        }

        using var buffer = new MemoryStream((int)(length ?? 0));
        var chunk = new byte[8192];
        for (int read; (read = await body.ReadAsync(chunk, cancellationToken)) > 0; )
        {
            if (buffer.Length + read > most)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        var bytes = buffer.ToArray();
        return bytes.Length <= limit || Encoding.UTF8.GetCharCount(bytes) <= limit ? bytes : null;
    }

    /// <summary>The activity, or the reason why the body is not one.</summary>
    public static (Activity? Activity, string? Problem) Activity(ReadOnlySpan<byte> json)
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
    public static async Task<T?> ParametersAsync<T>(HttpRequest request, T defaults, CancellationToken cancellationToken)
        where T : class
    {
        if (await ReadAsync(request.Body, request.ContentLength, 16 * 1024, cancellationToken) is not { } bytes)
        {
            return null;
        }

        try
        {
            return bytes.Length == 0 ? defaults : JsonSerializer.Deserialize<T>(bytes, Parameters) ?? defaults;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
