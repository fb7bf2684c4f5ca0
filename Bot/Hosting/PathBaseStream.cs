namespace PolicyAssistantBot.Hosting;

/// <summary>The body of a response below a path: a page is held back until it is whole, everything else passes through.</summary>
internal sealed class PathBaseStream(HttpResponse response, Stream inner) : Stream
{
    private MemoryStream? page;
    private bool isStarted;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends the page that was held back.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (page is null)
        {
            return;
        }

        var changed = PathBaseMiddleware.AddToAddresses(
            page.GetBuffer().AsSpan(0, (int)page.Length),
            response.HttpContext.Request.PathBase.Value!
        );
        response.ContentLength = changed.Length;
        await inner.WriteAsync(changed, cancellationToken);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Start();
        await (page ?? inner).WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Start();
        (page ?? inner).Write(buffer, offset, count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        page is not null || IsPage ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override void Flush()
    {
        if (page is null && !IsPage)
        {
            inner.Flush();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        page?.Dispose();
        base.Dispose(disposing);
    }

    private bool IsPage => response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    private void Start()
    {
        if (!isStarted)
        {
            isStarted = true;
            page = IsPage ? new MemoryStream() : null;
        }
    }
}
