namespace PolicyAssistantBot.Requests.Settings;

/// <summary>The spelling of enumeration values in the documents, such as <c>supplierStandards</c>.</summary>
internal static class SettingNames
{
    public static string ToCamelCase<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && text.Length > 0 && char.IsAsciiLetter(text[0]);
}
