using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>A JSON body that records whether its transmission has begun: a call that failed earlier cannot have had an effect.</summary>
internal sealed class JsonBody : HttpContent
{
    private readonly byte[] bytes;

    public JsonBody(string json)
    {
        bytes = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    /// <summary>True once the first byte may have left this machine.</summary>
    public bool HasStarted { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasStarted = true;
        await stream.WriteAsync(bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
