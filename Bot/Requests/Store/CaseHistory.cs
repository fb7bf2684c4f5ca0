using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>
/// Chains events: each carries the SHA-256 of the one before, over canonical JSON (members in ordinal order of their names,
/// no white space, UTF-8). Contents enter the chain as their own hash, so that a text may be erased later, when a person asks
/// for it, and the chain still holds.
/// </summary>
internal static class CaseHistory
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ContentHashOf(string? text) => Hex(Encoding.UTF8.GetBytes(text ?? ""));

    public static string ContentHashOf(RequestDraft facts) => Hex(JsonSerializer.SerializeToUtf8Bytes(facts, StableJson.Options));

    /// <summary>The event with its own hash filled in.</summary>
    public static CaseEvent Seal(CaseEvent entry) => entry with { Hash = HashOf(entry) };

    /// <summary>Proves that nothing was changed, left out, added or moved; <see langword="null"/> when the history is whole.</summary>
    /// <param name="request">The case as stored.</param>
    /// <param name="history">All its events, in order.</param>
    public static HistoryBreak? Verify(SupportRequest request, IReadOnlyList<CaseEvent> history)
    {
        var previous = "";
        for (var i = 0; i < history.Count; i++)
        {
            var entry = history[i];
            if (entry.Sequence != i + 1 || entry.CaseNumber != request.CaseNumber)
            {
                return new HistoryBreak(i + 1, HistoryProblem.Missing);
            }

            if (entry.PreviousHash != previous || entry.Hash != HashOf(entry))
            {
                return new HistoryBreak(entry.Sequence, HistoryProblem.Changed);
            }

            if (
                (entry.Text is not null && entry.ContentHash != ContentHashOf(entry.Text))
                || (i == 0 && entry.ContentHash != ContentHashOf(request.Facts))
            )
            {
                return new HistoryBreak(entry.Sequence, HistoryProblem.ContentChanged);
            }

            previous = entry.Hash;
        }

        return history.Count == request.Version && previous == request.LastHash && history[^1].StatusAfter == request.Status
            ? null
            : new HistoryBreak(history.Count + 1, HistoryProblem.Missing);
    }

    private static string HashOf(CaseEvent entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Canonical))
        {
            json.WriteStartObject();
            json.WriteString("actor", entry.Who.Id);
            json.WriteString("actorKind", entry.Who.Kind.ToString());
            json.WriteString("actorName", entry.Who.Name);
            json.WriteString("at", entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("case", entry.CaseNumber);
            json.WriteString("channel", entry.Channel);
            json.WriteString("content", entry.ContentHash);
            json.WriteString("detail", entry.Detail);
            json.WriteString("kind", entry.Kind.ToString());
            json.WriteString("previous", entry.PreviousHash);
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("status", entry.StatusAfter.ToString());
            json.WriteEndObject();
        }

        return Hex(buffer.WrittenSpan);
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

internal enum HistoryProblem
{
    /// <summary>An event is missing, added or out of order.</summary>
    Missing,

    /// <summary>An event is not what its hash says.</summary>
    Changed,

    /// <summary>The text or the facts are not what the event says.</summary>
    ContentChanged,
}

/// <param name="Sequence">The first event at which the chain does not hold.</param>
internal sealed record HistoryBreak(int Sequence, HistoryProblem Fault);
