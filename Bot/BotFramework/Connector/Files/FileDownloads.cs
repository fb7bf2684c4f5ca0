using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector.Files;

/// <summary>
/// Downloads files that people send (Teams: "Send and receive files"): in a personal chat the address needs no token; an inline picture is
/// stored by the channel's service and needs the bot's token. Both addresses come from the client, so their hosts must be on an allow-list.
/// </summary>
public sealed class FileDownloads
{
    public const string HttpClientName = "file-download";
    public const string InfoType = "application/vnd.microsoft.teams.file.download.info";

    private static readonly TimeSpan DownloadTimeout = TimeSpan.FromSeconds(20);

    private readonly IHttpClientFactory httpClientFactory;
    private readonly BotIdentityOptions identity;
    private readonly BotTokenProvider tokens;
    private readonly TimeProvider time;

    internal FileDownloads(IHttpClientFactory clients, IOptions<BotIdentityOptions> identity, BotTokenProvider tokens, TimeProvider time) =>
        (this.httpClientFactory, this.identity, this.tokens, this.time) = (clients, identity.Value, tokens, time);

    /// <summary>True for a file; false for a card and for the HTML copy of the text that some channels add.</summary>
    public static bool IsFile(Attachment? attachment) =>
        attachment?.ContentType is { } type
        && (
            type == InfoType
            || (!string.IsNullOrEmpty(attachment.ContentUrl) && type != "text/html" && !type.Contains(".card.", StringComparison.Ordinal))
        );

    /// <summary>
    /// Passes the file's content and its name to <paramref name="readContent"/>; returns default when it cannot be downloaded.
    /// </summary>
    public async Task<T?> ReadAsync<T>(
        Attachment attachment,
        Func<Stream, string, CancellationToken, Task<T>> readContent,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(attachment);
        ArgumentNullException.ThrowIfNull(readContent);
        using var timeout = new CancellationTokenSource(DownloadTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = await CreateRequestAsync(attachment, linked.Token);
            if (request is null)
            {
                return default;
            }

            using var client = httpClientFactory.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            if (!response.IsSuccessStatusCode)
            {
                return default;
            }

            await using var content = await response.Content.ReadAsStreamAsync(linked.Token);
            return await readContent(content, GetFileName(attachment, response.Content.Headers.ContentType?.MediaType), linked.Token);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return default;
        }
    }

    private async Task<HttpRequestMessage?> CreateRequestAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        if (attachment.ContentType == InfoType)
        {
            var url = CardTree.StringOrNull((attachment.Content as JsonObject)?["downloadUrl"]);
            return ServiceUrls.IsAllowed(url, identity.UploadHosts) ? new HttpRequestMessage(HttpMethod.Get, url) : null;
        }

        if (!ServiceUrls.IsAllowed(attachment.ContentUrl, identity.ServiceUrlHosts) || identity.AppId is null)
        {
            return null;
        }

        return new HttpRequestMessage(HttpMethod.Get, attachment.ContentUrl)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken)) },
        };
    }

    /// <summary>The sender's file name, with an extension by type; a pasted picture has no name.</summary>
    private static string GetFileName(Attachment attachment, string? mediaType)
    {
        var type =
            attachment.ContentType == InfoType
                ? CardTree.StringOrNull((attachment.Content as JsonObject)?["fileType"])
                : (mediaType ?? attachment.ContentType)?.Split('/')[^1];
        var name = string.IsNullOrWhiteSpace(attachment.Name) ? "file" : attachment.Name;
        return Path.HasExtension(name) || string.IsNullOrEmpty(type) ? name : $"{name}.{type}";
    }
}
