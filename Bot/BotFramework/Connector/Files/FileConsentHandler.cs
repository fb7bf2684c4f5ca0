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
    IHttpClientFactory httpClientFactory,
    IEnumerable<IOfferedFiles> offeredFiles,
    IOptions<BotIdentityOptions> identity
) : IInvokeHandler
{
    public const string HttpClientName = "file-upload";

    public bool CanHandle(Activity invoke) => invoke.Name == FileConsent.InvokeName;

    public async Task<InvokeResponse> HandleAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        switch (FileConsent.Read(turnContext.Activity))
        {
            case FileConsentResponse.Accepted accepted when ServiceUrls.IsAllowed(accepted.UploadUrl, identity.Value.UploadHosts):
                if (await FindAsync(accepted.Key, turnContext.Activity, cancellationToken) is not { } content)
                {
                    return new InvokeResponse(StatusCodes.Status404NotFound, null);
                }

                if (!await UploadAsync(accepted.UploadUrl, content, cancellationToken))
                {
                    return new InvokeResponse(StatusCodes.Status424FailedDependency, null);
                }

                await turnContext.SendActivityAsync(
                    new Activity { Type = ActivityTypes.Message, Attachments = [FileConsent.CreateFileCard(accepted)] },
                    cancellationToken
                );
                return CreateOkResponse();
            case FileConsentResponse.Declined:
                return CreateOkResponse();
            default:
                return new InvokeResponse(StatusCodes.Status400BadRequest, null);
        }
    }

    private static InvokeResponse CreateOkResponse() => new(StatusCodes.Status200OK, new JsonObject());

    private async Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken)
    {
        foreach (var source in offeredFiles)
        {
            if (await source.FindAsync(key, invoke, cancellationToken) is { } content)
            {
                return content;
            }
        }

        return null;
    }

    private async Task<bool> UploadAsync(string url, byte[] content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange =
            content.Length == 0 ? null : new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        using var client = httpClientFactory.CreateClient(HttpClientName);
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
