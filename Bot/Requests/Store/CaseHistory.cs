using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>
/// Chains events: each carries the SHA-256 of the one before, over canonical JSON (members in ordinal order of their names,
/// no white space, UTF-8). Contents enter the chain as their own hash, so that they may be erased later, when a person asks for it, and
/// the chain stays valid; content that is missing without a later <see cref="CaseEventKind.Erased"/> event breaks it.
/// </summary>
internal static class CaseHistory
{
    private static readonly JsonWriterOptions CanonicalJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ComputeContentHash(string? text) => ComputeSha256Hex(Encoding.UTF8.GetBytes(text ?? ""));

    public static string ComputeContentHash(RequestDraft facts) =>
        ComputeSha256Hex(JsonSerializer.SerializeToUtf8Bytes(facts, StableJson.Options));

    /// <summary>The event with its own hash filled in.</summary>
    public static CaseEvent WithHash(CaseEvent caseEvent) => caseEvent with { Hash = ComputeHash(caseEvent) };

    /// <summary>Verifies that nothing was changed, left out, added or moved; <see langword="null"/> when the history is valid.</summary>
    /// <param name="request">The case as stored.</param>
    /// <param name="history">All its events, in order.</param>
    public static HistoryBreak? Verify(SupportRequest request, IReadOnlyList<CaseEvent> history)
    {
        var previous = "";
        var lastErasure = history.Select((e, index) => e.Kind == CaseEventKind.Erased ? index : -1).DefaultIfEmpty(-1).Max();
        for (var i = 0; i < history.Count; i++)
        {
            var caseEvent = history[i];
            if (caseEvent.Sequence != i + 1 || caseEvent.CaseNumber != request.CaseNumber)
            {
                return new HistoryBreak(i + 1, HistoryProblem.Missing);
            }

            if (caseEvent.PreviousHash != previous || caseEvent.Hash != ComputeHash(caseEvent))
            {
                return new HistoryBreak(caseEvent.Sequence, HistoryProblem.Changed);
            }

            var isErased = i < lastErasure;
            if (
                (caseEvent.ContentHash != GetContentHash(caseEvent, i == 0 ? request.Facts : null))
                && !(isErased && caseEvent.Text is null && (i > 0 || request.Facts == request.Facts.WithoutPersonalData()))
            )
            {
                return new HistoryBreak(caseEvent.Sequence, HistoryProblem.ContentChanged);
            }

            previous = caseEvent.Hash;
        }

        return history.Count == request.Version && previous == request.LastHash && history[^1].StatusAfter == request.Status
            ? null
            : new HistoryBreak(history.Count + 1, HistoryProblem.Missing);
    }

    /// <param name="facts">Of the first event, which carries no text; null for any other.</param>
    private static string GetContentHash(CaseEvent caseEvent, RequestDraft? facts) =>
        facts is null ? ComputeContentHash(caseEvent.Text) : ComputeContentHash(facts);

    private static string ComputeHash(CaseEvent caseEvent)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, CanonicalJson))
        {
            json.WriteStartObject();
            json.WriteString("actor", caseEvent.Actor.Id);
            json.WriteString("actorKind", caseEvent.Actor.Kind.ToString());
            json.WriteString("actorName", caseEvent.Actor.Name);
            json.WriteString("at", caseEvent.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("case", caseEvent.CaseNumber);
            json.WriteString("channel", caseEvent.Channel);
            json.WriteString("content", caseEvent.ContentHash);
            json.WriteString("detail", caseEvent.Detail);
            json.WriteString("kind", caseEvent.Kind.ToString());
            json.WriteString("previous", caseEvent.PreviousHash);
            json.WriteNumber("sequence", caseEvent.Sequence);
            json.WriteString("status", caseEvent.StatusAfter.ToString());
            json.WriteEndObject();
        }

        return ComputeSha256Hex(buffer.WrittenSpan);
    }

    private static string ComputeSha256Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

internal enum HistoryProblem
{
    /// <summary>An event is missing, added or out of order.</summary>
    Missing,

    /// <summary>An event does not match its hash.</summary>
    Changed,

    /// <summary>The text or the facts do not match the hash in the event.</summary>
    ContentChanged,
}

/// <param name="Sequence">The first event at which the chain is broken.</param>
internal sealed record HistoryBreak(int Sequence, HistoryProblem Problem);
