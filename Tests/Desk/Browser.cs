using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Opens pages and submits their forms with their hidden fields, as a browser without scripts does.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;

    private readonly CookieContainer cookies = new();

    public Browser(HttpMessageHandler server, Uri? root = null) =>
        http = new HttpClient(new CookieContainerHandler(cookies) { InnerHandler = server })
        {
            BaseAddress = root ?? new Uri("http://localhost/"),
        };

    /// <summary>The page that is shown, as it was sent.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The page's source with character references resolved.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    public HttpResponseMessage Response { get; private set; } = new();

    public int Status => (int)Response.StatusCode;

    public string? Location => Response.Headers.Location?.OriginalString;

    public async Task<Browser> OpenAsync(string address)
    {
        await ShowAsync(await http.GetAsync(new Uri(address, UriKind.Relative)));
        return this;
    }

    /// <summary>Asks for a page as the pages' script does.</summary>
    public async Task AskByItselfAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("X-Desk-Live", "1");
        await ShowAsync(await http.SendAsync(request));
    }

    /// <summary>
    /// Sends the form with this address on the page that is shown; where there is none, the reply bar in the mode of that name, as a person
    /// does who chooses it.
    /// </summary>
    public async Task<Browser> SendAsync(string action, params (string Name, string Value)[] fields)
    {
        var (address, mode) = (action, action[(action.LastIndexOf('/') + 1)..]);
        var form = FindForm(action);
        if (form is null && Html.Contains($"name=\"mode\" value=\"{mode}\"", StringComparison.Ordinal))
        {
            address = $"{action[..action.LastIndexOf('/')]}/send";
            form = FindForm(address);
            fields = [("mode", mode), .. fields];
        }

        if (form is null)
        {
            throw new InvalidOperationException($"No form for {action} on: {Html}");
        }

        var hidden = Hidden()
            .Matches(form)
            .Select(m => (Name: m.Groups["name"].Value, Value: WebUtility.HtmlDecode(m.Groups["value"].Value)))
            .Where(h => fields.All(f => f.Name != h.Name));
        await PostAsync(address, [.. hidden, .. fields]);
        return this;
    }

    private string? FindForm(string address) =>
        Forms()
            .Matches(Html)
            .Select(m => m.Value)
            .FirstOrDefault(f => WebUtility.HtmlDecode(f).Contains($"action=\"{address}\"", StringComparison.Ordinal));

    /// <summary>Sends files with the form with this address.</summary>
    public Task<Browser> UploadAsync(string action, params (string Name, byte[] Content)[] files) => UploadAsync(action, [], files);

    /// <summary>Sends a form with text and files.</summary>
    public async Task<Browser> UploadAsync(
        string action,
        (string Name, string Value)[] fields,
        params (string Name, byte[] Content)[] files
    )
    {
        var form = FindForm(action) ?? throw new InvalidOperationException($"No form for {action} on: {Html}");
        using var content = new MultipartFormDataContent();
        foreach (Match hidden in Hidden().Matches(form))
        {
            content.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups["value"].Value)), hidden.Groups["name"].Value);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        await ShowAsync(await http.PostAsync(new Uri(action, UriKind.Relative), content));
        return this;
    }

    /// <summary>Posts with the antiforgery token of the page that is shown.</summary>
    public Task<Browser> PostAgainAsync(string address, params (string Name, string Value)[] fields) =>
        PostAsync(
            address,
            [("__RequestVerificationToken", Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0]), .. fields]
        );

    public async Task<Browser> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        await ShowAsync(await http.PostAsync(new Uri(address, UriKind.Relative), content));
        return this;
    }

    /// <summary>Another browser with a copy of this one's cookies, as someone has who stole them.</summary>
    public Browser Copy(HttpMessageHandler server)
    {
        var copy = new Browser(server, http.BaseAddress);
        copy.cookies.Add(cookies.GetAllCookies());
        return copy;
    }

    public async Task SignInAsync(string userName, string password)
    {
        await OpenAsync("/desk/sign-in");
        await SendAsync("/desk/sign-in", ("userName", userName), ("password", password));
    }

    public void Dispose() => http.Dispose();

    private async Task ShowAsync(HttpResponseMessage response)
    {
        Response = response;
        Html = await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();
}
