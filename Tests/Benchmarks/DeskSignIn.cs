using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>Signs the officials of the benchmarks in at the desk.</summary>
internal static partial class DeskSignIn
{
    public const string Password = "mua xuân về trên phố";

    /// <summary>Signs a client that keeps cookies in.</summary>
    public static async Task SignInAsync(HttpClient http, string userName)
    {
        var page = await http.GetStringAsync(new Uri("/desk/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("userName", userName),
            KeyValuePair.Create("password", Password),
            KeyValuePair.Create("__RequestVerificationToken", TokenRegex().Match(page).Groups["token"].Value),
        ]);
        using var response = await http.PostAsync(new Uri("/desk/sign-in", UriKind.Relative), form);
        if ((int)response.StatusCode >= 400)
        {
            throw new InvalidOperationException($"{userName} could not sign in: {response.StatusCode}.");
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex TokenRegex();
}
