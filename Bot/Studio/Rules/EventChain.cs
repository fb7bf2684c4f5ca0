using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyAssistantBot.Studio.Rules;

/// <summary>
/// Chains the events: each carries the SHA-256 of the one before, over canonical JSON (members in ordinal order of their names, no white
/// space, UTF-8), so that a changed, missing or added event is found.
/// </summary>
internal static class EventChain
{
    private static readonly JsonWriterOptions CanonicalJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event as the next of the chain.</summary>
    /// <param name="last">Null for the first event.</param>
    public static StudioEvent Append(StudioEvent? last, StudioEvent next)
    {
        var linked = next with
        {
            Number = (last?.Number ?? 0) + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(next.At.ToUnixTimeMilliseconds()),
            Text = next.Text is { Length: > StudioEvent.MaxTextLength } text ? text[..StudioEvent.MaxTextLength] : next.Text,
            PreviousHash = last?.Hash ?? "",
        };
        return linked with { Hash = ComputeHash(linked) };
    }

    /// <summary>Whether the event follows the one before and is as it was written.</summary>
    public static bool IsIntact(StudioEvent? last, StudioEvent next) =>
        next.Number == (last?.Number ?? 0) + 1 && next.PreviousHash == (last?.Hash ?? "") && next.Hash == ComputeHash(next);

    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string ComputeHash(StudioEvent studioEvent)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson))
        {
            json.WriteStartObject();
            json.WriteString("at", studioEvent.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("by", studioEvent.ById);
            json.WriteString("byName", studioEvent.ByName);
            json.WriteString("digest", studioEvent.Digest);
            json.WriteString("key", studioEvent.Key);
            json.WriteString("kind", studioEvent.Kind.ToString());
            json.WriteNumber("number", studioEvent.Number);
            json.WriteString("previous", studioEvent.PreviousHash);
            json.WriteString("revision", studioEvent.Revision?.ToString(CultureInfo.InvariantCulture));
            json.WriteString("set", studioEvent.Set?.ToString(CultureInfo.InvariantCulture));
            json.WriteString("text", studioEvent.Text);
            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}
