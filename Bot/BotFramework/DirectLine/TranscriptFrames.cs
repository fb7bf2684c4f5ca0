using System.Globalization;
using System.Text;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Pages of a transcript as clients receive them, over HTTP or a web socket.</summary>
internal static class TranscriptFrames
{
    /// <summary>Activities in one page or frame; the client requests the rest.</summary>
    public const int PageSize = 200;

    private static ReadOnlySpan<byte> Start => "{\"activities\":["u8;

    /// <summary>Builds an <c>ActivitySet</c> from activities that are JSON already.</summary>
    public static byte[] ToUtf8Json(TranscriptPage page)
    {
        var end = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"],\"watermark\":\"{page.LastPosition}\"}}"));
        var separators = Math.Max(0, page.Activities.Count - 1);
        var frame = new byte[Start.Length + page.Activities.Sum(a => a.Length) + separators + end.Length];
        Start.CopyTo(frame);
        var length = Start.Length;
        for (var i = 0; i < page.Activities.Count; i++)
        {
            if (i > 0)
            {
                frame[length++] = (byte)',';
            }

            page.Activities[i].CopyTo(frame, length);
            length += page.Activities[i].Length;
        }

        end.CopyTo(frame, length);
        return frame;
    }

    /// <summary>
    /// The page after a watermark's position. A position past the end is of another transcript (a restored copy, another conversation):
    /// then the page is the first, because "nothing new" would leave the client silent until the transcript is as long again.
    /// </summary>
    public static TranscriptPage? ReadPage(IDirectLineTranscript transcript, string conversationId, long position) =>
        transcript.Read(conversationId, position, PageSize) is { } page && page.EndPosition >= position
            ? page
            : transcript.Read(conversationId, 0, PageSize);

    /// <summary>The transcript position of a watermark: the beginning when it is empty, null when it is invalid.</summary>
    public static long? ParseWatermark(string? watermark) =>
        string.IsNullOrEmpty(watermark) ? 0
        : long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : null;
}
