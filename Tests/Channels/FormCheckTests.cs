using System.Net;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>The check of a form that is being filled in: by the rules that decide when it is sent, for pages that may embed it.</summary>
public sealed class FormCheckTests : IDisposable
{
    private const string Path = "/api/widget/form-check";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_names_what_is_wrong_in_the_language_of_the_form_and_refuses_rubbish_and_other_pages()
    {
        await using var host = await TeamsHost.StartAsync(folder);
        var vietnamese = await PostAsync("""{"locale":"vi","values":{"Phone":"12"}}""");
        var english = await PostAsync("""{"locale":"en","values":{"Phone":"12"}}""");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (vietnamese.Status, english.Status));
        var told = vietnamese.Json!["problems"]!["Phone"]!.ToString();
        Assert.NotEmpty(told);
        Assert.NotEqual(told, english.Json!["problems"]!["Phone"]!.ToString());

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("{")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("""{"locale":"vi"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync($$$"""{"values":{"Phone":"{{{new string('1', 20_000)}}}"}}""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("{}", "https://evil.example")).Status);

        Task<ServiceResponse> PostAsync(string body, string? origin = null) =>
            DirectLineClient.CallAsync(host.Http, HttpMethod.Post, Path, null, body, origin);
    }
}
