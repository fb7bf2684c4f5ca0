using System.Globalization;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>The ids of activities whose channel assigns none: the conversation and the sequence number.</summary>
internal static class ActivityIds
{
    public static string Create(string? conversationId, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{sequence:D7}");

    /// <summary>The sequence number in the id; 0 when the id was not created by <see cref="Create"/> for this conversation.</summary>
    public static long FindSequence(string? conversationId, string? id)
    {
        var prefixLength = (conversationId?.Length ?? 0) + 1;
        return
            id is not null
            && id.Length > prefixLength
            && long.TryParse(id.AsSpan(prefixLength), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && id == Create(conversationId, sequence)
            ? sequence
            : 0;
    }
}
