using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector.Files;

/// <summary>
/// Uploads an accepted file to the person's storage. The address comes from the client, so its host must be
/// on the allow-list; no token is sent there.
/// </summary>
internal sealed class FileConsentHandler(
    IHttpClientFactory clients,
    IEnumerable<IOfferedFiles> sources,
    IOptions<BotIdentityOptions> identity
) : IInvokeHandler
{
    public const string HttpClientName = "file-upload";

    public bool Handles(Activity invoke) => invoke.Name == FileConsent.InvokeName;

    public async Task<InvokeResponse> HandleAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        switch (FileConsent.Read(turnContext.Activity))
        {
            case FileConsentAnswer.Accepted accepted when ServiceUrls.IsAllowed(accepted.UploadUrl, identity.Value.UploadHosts):
                if (await FindAsync(accepted.Key, turnContext.Activity, cancellationToken) is not { } content)
                {
                    return new InvokeResponse(StatusCodes.Status404NotFound, null);
                }

                if (!await UploadAsync(accepted.UploadUrl, content, cancellationToken))
                {
                    return new InvokeResponse(StatusCodes.Status424FailedDependency, null);
                }

                await turnContext.SendActivityAsync(
                    new Activity { Type = ActivityTypes.Message, Attachments = [FileConsent.Stored(accepted)] },
                    cancellationToken
                );
                return Done();
            case FileConsentAnswer.Declined:
                return Done();
            default:
                return new InvokeResponse(StatusCodes.Status400BadRequest, null);
        }
    }

    private static InvokeResponse Done() => new(StatusCodes.Status200OK, new JsonObject());

    private async Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(key, invoke, cancellationToken) is { } content)
            {
                return content;
            }
        }

        return null;
    }

    private async Task<bool> UploadAsync(string address, byte[] content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange =
            content.Length == 0 ? null : new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        using var client = clients.CreateClient(HttpClientName);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
