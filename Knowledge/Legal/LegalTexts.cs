using System.Globalization;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>Sentences about the validity of a document, in both languages.</summary>
public static class LegalTexts
{
    /// <summary>Whole sentences about the status. A status of medium confidence gets the caveat; an unverified one is not stated.</summary>
    public static string Describe(LegalStatus status, DateOnly day, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(status);
        var document = status.Document;
        var sentences = lang == Lang.En ? DescribeEn(status, day) : DescribeVi(status, day);
        if (status is not LegalStatus.Unverified && document.Confidence.NeedsConfirmation)
        {
            sentences.Add(ConfidenceText.Caveat[lang]);
        }

        if (document.Note is { } note)
        {
            sentences.Add(note[lang]);
        }

        return string.Join(' ', sentences);
    }

    private static List<string> DescribeVi(LegalStatus status, DateOnly day)
    {
        var name = $"{status.Document.Name.Vi} ({status.Document.Title.Vi})";
        return status switch
        {
            LegalStatus.InForce { Document.From: { } firstDay } =>
            [
                $"{name} có hiệu lực từ {FormatVi(firstDay)} và vẫn còn hiệu lực vào ngày {FormatVi(day)}.",
                .. DescribeInForceVi(status),
            ],
            LegalStatus.InForce => [$"{name} còn hiệu lực vào ngày {FormatVi(day)}.", .. DescribeInForceVi(status)],
            LegalStatus.NotYetInForce { From: var firstDay } =>
            [
                $"{name} chưa có hiệu lực vào ngày {FormatVi(day)}; văn bản này có hiệu lực từ {FormatVi(firstDay)}.",
            ],
            LegalStatus.Expired { ReplacedBy: [] } expired => [$"{name} đã hết hiệu lực từ {FormatVi(expired.Since)}."],
            LegalStatus.Expired expired =>
            [
                $"{name} đã hết hiệu lực từ {FormatVi(expired.Since)}.",
                .. expired.ReplacedBy.Select(next =>
                    next.From is { } firstDay
                        ? $"Văn bản thay thế là {next.Name.Vi} ({next.Title.Vi}), có hiệu lực từ {FormatVi(firstDay)}."
                        : $"Văn bản thay thế là {next.Name.Vi} ({next.Title.Vi})."
                ),
            ],
            _ =>
            [
                $"Tình trạng hiệu lực của {name} chưa được đối chiếu với văn bản gốc. Anh/chị có thể gửi yêu cầu cho Sở Tài "
                    + "chính để được kiểm tra.",
            ],
        };
    }

    private static List<string> DescribeEn(LegalStatus status, DateOnly day)
    {
        var name = $"{status.Document.Name.En} ({status.Document.Title.En})";
        return status switch
        {
            LegalStatus.InForce { Document.From: { } firstDay } =>
            [
                $"{name} took effect on {FormatEn(firstDay)} and is still in force on {FormatEn(day)}.",
                .. DescribeInForceEn(status),
            ],
            LegalStatus.InForce => [$"{name} is in force on {FormatEn(day)}.", .. DescribeInForceEn(status)],
            LegalStatus.NotYetInForce { From: var firstDay } =>
            [
                $"{name} is not yet in force on {FormatEn(day)}; it takes effect on {FormatEn(firstDay)}.",
            ],
            LegalStatus.Expired { ReplacedBy: [] } expired => [$"{name} is no longer in force since {FormatEn(expired.Since)}."],
            LegalStatus.Expired expired =>
            [
                $"{name} is no longer in force since {FormatEn(expired.Since)}.",
                .. expired.ReplacedBy.Select(next =>
                    next.From is { } firstDay
                        ? $"It was replaced by {next.Name.En} ({next.Title.En}), in force from {FormatEn(firstDay)}."
                        : $"It was replaced by {next.Name.En} ({next.Title.En})."
                ),
            ],
            _ =>
            [
                $"The status of {name} has not been checked against the original. You can send a request to the Department of "
                    + "Finance to have it checked.",
            ],
        };
    }

    private static IEnumerable<string> DescribeInForceVi(LegalStatus status)
    {
        if (status is LegalStatus.InForce { AmendedBy: [_, ..] amendments })
        {
            var names = string.Join("; ", amendments.Select(amendment => amendment.Name.Vi));
            yield return $"Văn bản đã được sửa đổi hoặc điều chỉnh bởi {names}.";
        }

        if (status.Document.Until is { } lastDay)
        {
            yield return $"Văn bản áp dụng đến hết ngày {FormatVi(lastDay)}.";
        }
    }

    private static IEnumerable<string> DescribeInForceEn(LegalStatus status)
    {
        if (status is LegalStatus.InForce { AmendedBy: [_, ..] amendments })
        {
            yield return $"It has been amended or adjusted by {string.Join("; ", amendments.Select(amendment => amendment.Name.En))}.";
        }

        if (status.Document.Until is { } lastDay)
        {
            yield return $"It applies up to and including {FormatEn(lastDay)}.";
        }
    }

    private static string FormatVi(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string FormatEn(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
