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
        var sentences = lang == Lang.En ? English(status, day) : Vietnamese(status, day);
        if (status is not LegalStatus.Unconfirmed && document.Confidence.NeedsConfirmation)
        {
            sentences.Add(ConfidenceText.Caveat[lang]);
        }

        if (document.Note is { } note)
        {
            sentences.Add(note[lang]);
        }

        return string.Join(' ', sentences);
    }

    private static List<string> Vietnamese(LegalStatus status, DateOnly day)
    {
        var name = $"{status.Document.Name.Vi} ({status.Document.Title.Vi})";
        return status switch
        {
            LegalStatus.InForce { Document.From: { } from } =>
            [
                $"{name} có hiệu lực từ {Vi(from)} và vẫn còn hiệu lực vào ngày {Vi(day)}.",
                .. InForceVi(status),
            ],
            LegalStatus.InForce => [$"{name} còn hiệu lực vào ngày {Vi(day)}.", .. InForceVi(status)],
            LegalStatus.NotYet { From: var from } =>
            [
                $"{name} chưa có hiệu lực vào ngày {Vi(day)}; văn bản này có hiệu lực từ {Vi(from)}.",
            ],
            LegalStatus.Expired { ReplacedBy: [] } expired => [$"{name} đã hết hiệu lực từ {Vi(expired.Since)}."],
            LegalStatus.Expired expired =>
            [
                $"{name} đã hết hiệu lực từ {Vi(expired.Since)}.",
                .. expired.ReplacedBy.Select(next =>
                    next.From is { } from
                        ? $"Văn bản thay thế là {next.Name.Vi} ({next.Title.Vi}), có hiệu lực từ {Vi(from)}."
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

    private static List<string> English(LegalStatus status, DateOnly day)
    {
        var name = $"{status.Document.Name.En} ({status.Document.Title.En})";
        return status switch
        {
            LegalStatus.InForce { Document.From: { } from } =>
            [
                $"{name} took effect on {En(from)} and is still in force on {En(day)}.",
                .. InForceEn(status),
            ],
            LegalStatus.InForce => [$"{name} is in force on {En(day)}.", .. InForceEn(status)],
            LegalStatus.NotYet { From: var from } => [$"{name} is not yet in force on {En(day)}; it takes effect on {En(from)}."],
            LegalStatus.Expired { ReplacedBy: [] } expired => [$"{name} is no longer in force since {En(expired.Since)}."],
            LegalStatus.Expired expired =>
            [
                $"{name} is no longer in force since {En(expired.Since)}.",
                .. expired.ReplacedBy.Select(next =>
                    next.From is { } from
                        ? $"It was replaced by {next.Name.En} ({next.Title.En}), in force from {En(from)}."
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

    private static IEnumerable<string> InForceVi(LegalStatus status)
    {
        if (status is LegalStatus.InForce { AmendedBy: [_, ..] amendments })
        {
            var names = string.Join("; ", amendments.Select(amendment => amendment.Name.Vi));
            yield return $"Văn bản đã được sửa đổi hoặc điều chỉnh bởi {names}.";
        }

        if (status.Document.Until is { } until)
        {
            yield return $"Văn bản áp dụng đến hết ngày {Vi(until)}.";
        }
    }

    private static IEnumerable<string> InForceEn(LegalStatus status)
    {
        if (status is LegalStatus.InForce { AmendedBy: [_, ..] amendments })
        {
            yield return $"It has been amended or adjusted by {string.Join("; ", amendments.Select(amendment => amendment.Name.En))}.";
        }

        if (status.Document.Until is { } until)
        {
            yield return $"It applies up to and including {En(until)}.";
        }
    }

    private static string Vi(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string En(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
