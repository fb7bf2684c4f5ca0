namespace PolicyAssistantBot.Access;

/// <summary>Where the pages of signing in are.</summary>
internal static class AccessPaths
{
    public const string Home = "/desk";
    public const string SignIn = "/desk/sign-in";
    public const string Code = "/desk/sign-in/code";
    public const string External = "/desk/sign-in/external";
    public const string Password = "/desk/password";
    public const string SecondFactor = "/desk/second-factor";
}
