using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Files.Content;

/// <summary>The size of a file in words.</summary>
internal static class FileSizeText
{
    private const long KiloByte = 1024;

    private static readonly LocalizedText KiloBytes = new("{0} KB", "{0} KB");
    private static readonly LocalizedText MegaBytes = new("{0} MB", "{0} MB");

    public static string Format(long bytes, Lang lang) =>
        bytes >= KiloByte * KiloByte
            ? MegaBytes.With(lang, LocalFormat.Number(Math.Round((decimal)bytes / (KiloByte * KiloByte), 1), lang))
            : KiloBytes.With(lang, LocalFormat.Number(Math.Max(Math.Round((decimal)bytes / KiloByte), 1), lang));
}
