using System.Globalization;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>Reads <c>--name value</c>.</summary>
internal static class Arguments
{
    public static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    public static double? Number(string[] args, string name) =>
        Value(args, name) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;
}
