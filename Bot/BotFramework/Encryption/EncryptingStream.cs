using System.Buffers.Binary;
using Microsoft.AspNetCore.DataProtection;

namespace PolicyAssistantBot.BotFramework.Encryption;

/// <summary>
/// A file of frames: the length of a frame in four bytes, then its protected content, which begins with its number and whether it is the
/// last. So frames that were cut off, repeated or exchanged are noticed.
/// </summary>
internal static class Frame
{
    public const int DataSize = 64 * 1024;

    /// <summary>The number of the frame, and one byte that is 1 in the last.</summary>
    public const int HeaderSize = sizeof(int) + 1;

    /// <summary>More than the protection adds.</summary>
    public const int MaxProtectedSize = DataSize + HeaderSize + 1024;
}

/// <summary>Writes protected frames.</summary>
internal sealed class EncryptingStream(Stream target, IDataProtector protector) : OneWayStream
{
    private readonly byte[] buffer = new byte[Frame.HeaderSize + Frame.DataSize];
    private int filled;
    private int number;
    private bool isComplete;

    public override bool CanWrite => true;

    public override void Write(byte[] buffer, int offset, int count)
    {
        for (var rest = buffer.AsSpan(offset, count); rest.Length > 0; )
        {
            rest = rest[Fill(rest)..];
            if (filled == Frame.DataSize)
            {
                target.Write(Seal(isLast: false));
            }
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var rest = buffer; rest.Length > 0; )
        {
            rest = rest[Fill(rest.Span)..];
            if (filled == Frame.DataSize)
            {
                await target.WriteAsync(Seal(isLast: false), cancellationToken);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (!isComplete)
        {
            isComplete = true;
            await target.WriteAsync(Seal(isLast: true));
            await target.FlushAsync();
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isComplete)
        {
            isComplete = true;
            target.Write(Seal(isLast: true));
            target.Flush();
        }

        base.Dispose(disposing);
    }

    private int Fill(ReadOnlySpan<byte> data)
    {
        var count = Math.Min(data.Length, Frame.DataSize - filled);
        data[..count].CopyTo(buffer.AsSpan(Frame.HeaderSize + filled));
        filled += count;
        return count;
    }

    private byte[] Seal(bool isLast)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer, number++);
        buffer[sizeof(int)] = isLast ? (byte)1 : (byte)0;
        var sealedData = protector.Protect(buffer[..(Frame.HeaderSize + filled)]);
        filled = 0;
        var frame = new byte[sizeof(int) + sealedData.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, sealedData.Length);
        sealedData.CopyTo(frame, sizeof(int));
        return frame;
    }
}
