using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Pages of a transcript as clients receive them, over HTTP or a web socket.</summary>
internal static class TranscriptFrames
{
    /// <summary>Activities in one page or frame; the client requests the rest.</summary>
    public const int PageSize = 200;

    /// <summary>Builds an <c>ActivitySet</c> from activities that are stored as JSON.</summary>
    public static string ToJson(TranscriptPage page)
    {
        var frame = new StringBuilder("{\"activities\":[", 64 + page.Activities.Sum(a => a.Length + 1));
        for (var i = 0; i < page.Activities.Count; i++)
        {
            frame.Append(i == 0 ? "" : ",").Append(page.Activities[i]);
        }

        return frame.Append("],\"watermark\":\"").Append(page.LastPosition.ToString(CultureInfo.InvariantCulture)).Append("\"}").ToString();
    }

    /// <summary>The transcript position of a watermark: the beginning when it is empty, null when it is invalid.</summary>
    public static long? ParseWatermark(string? watermark) =>
        string.IsNullOrEmpty(watermark) ? 0
        : long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : null;
}
