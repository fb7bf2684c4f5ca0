using System.Globalization;
using PolicyAssistantBot.Design;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Audit;

/// <summary>Writes events as rows of CSV (RFC 4180).</summary>
internal static class SecurityLogCsv
{
    public static string WriteHeading(Lang lang) =>
        WriteRow([
            AccessTexts.ViewedAt[lang],
            SecurityLogTexts.Act[lang],
            SecurityLogTexts.Actor[lang],
            SecurityLogTexts.Subject[lang],
            SecurityLogTexts.Address[lang],
            SecurityLogTexts.Detail[lang],
        ]);

    public static string Write(SecurityEvent securityEvent, Lang lang) =>
        WriteRow([
            securityEvent.At.ToHanoi().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            SecurityLogTexts.LabelOf(securityEvent.Kind)[lang],
            securityEvent.ActorName,
            securityEvent.Subject,
            securityEvent.Address,
            securityEvent.Detail,
        ]);

    private static string WriteRow(IEnumerable<string?> cells) =>
        string.Join(',', cells.Select(cell => CsvField.Quote(cell ?? ""))) + "\r\n";
}
