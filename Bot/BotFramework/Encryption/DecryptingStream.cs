using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PolicyAssistantBot.BotFramework.Encryption;

/// <summary>Reads protected frames; a file that was changed ends in a <see cref="CryptographicException"/>.</summary>
internal sealed class DecryptingStream(Stream source, IDataProtector protector) : OneWayStream
{
    private ReadOnlyMemory<byte> rest;
    private int number;
    private bool isComplete;

    public override bool CanRead => true;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (rest.IsEmpty && !isComplete)
        {
            var length = new byte[sizeof(int)];
            source.ReadExactly(length);
            var sealedData = CreateBuffer(length);
            source.ReadExactly(sealedData);
            Open(sealedData);
        }

        return Take(buffer.AsSpan(offset, count));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (rest.IsEmpty && !isComplete)
        {
            var length = new byte[sizeof(int)];
            await source.ReadExactlyAsync(length, cancellationToken);
            var sealedData = CreateBuffer(length);
            await source.ReadExactlyAsync(sealedData, cancellationToken);
            Open(sealedData);
        }

        return Take(buffer.Span);
    }

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] CreateBuffer(byte[] length) =>
        BinaryPrimitives.ReadInt32LittleEndian(length) is > 0 and <= Frame.MaxProtectedSize and var size
            ? new byte[size]
            : throw new CryptographicException("The file was changed.");

    private void Open(byte[] sealedData)
    {
        var frame = protector.Unprotect(sealedData);
        if (frame.Length < Frame.HeaderSize || BinaryPrimitives.ReadInt32LittleEndian(frame) != number++)
        {
            throw new CryptographicException("The file was changed.");
        }

        isComplete = frame[sizeof(int)] == 1;
        rest = frame.AsMemory(Frame.HeaderSize);
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, rest.Length);
        rest[..count].Span.CopyTo(buffer);
        rest = rest[count..];
        return count;
    }
}
