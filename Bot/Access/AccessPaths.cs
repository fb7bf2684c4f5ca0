namespace PolicyAssistantBot.Access;

/// <summary>The addresses of the sign-in pages.</summary>
internal static class AccessPaths
{
    public const string Home = "/desk";
    public const string SignIn = "/desk/sign-in";
    public const string SecondFactorCode = "/desk/sign-in/code";
    public const string ExternalSignIn = "/desk/sign-in/external";
    public const string Password = "/desk/password";
    public const string Sessions = "/desk/sessions";
    public const string SecurityLog = "/desk/security";
    public const string SecondFactor = "/desk/second-factor";

    /// <summary>The address if it is on this site, otherwise the desk's home page: a link may not redirect to another site.</summary>
    public static string ToLocalUrl(string? url) => url is ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) ? url : Home;
}
