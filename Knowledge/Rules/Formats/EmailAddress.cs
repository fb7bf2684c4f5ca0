using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Rules.Formats;

public abstract record EmailAddressResult
{
    private EmailAddressResult() { }

    /// <param name="Normalized">The trimmed address with the domain in lower case.</param>
    public sealed record Valid(string Normalized) : EmailAddressResult;

    public sealed record Invalid(LocalizedText Reason) : EmailAddressResult;
}

/// <summary>
/// Reads e-mail addresses: the dot-atom form of RFC 5322 section 3.4.1 with the length limits of RFC 5321 section 4.5.3.1.
/// </summary>
public static partial class EmailAddress
{
    public static EmailAddressResult Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = WrappedAddressRegex().Match(input) is { Success: true } wrapped ? wrapped.Groups["address"].Value : input.Trim();
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1 || text.IndexOf('@') != at)
        {
            return Invalid(
                "Địa chỉ email phải có đúng một dấu @, như ten@congty.vn.",
                "An e-mail address has exactly one @, such as name@company.vn."
            );
        }

        var (local, domain) = (text[..at], text[(at + 1)..].ToLowerInvariant());
        if (text.Length > 254 || local.Length > 64)
        {
            return Invalid("Địa chỉ email quá dài.", "The e-mail address is too long.");
        }

        if (!LocalPartRegex().IsMatch(local))
        {
            return Invalid(
                "Phần trước @ có dấu cách, dấu tiếng Việt hoặc ký tự không dùng được.",
                "The part before @ has a space, a Vietnamese mark or a character that cannot be used."
            );
        }

        return DomainRegex().IsMatch(domain)
            ? new EmailAddressResult.Valid($"{local}@{domain}")
            : Invalid("Phần sau @ chưa đúng, phải như congty.vn.", "The part after @ is not right; it must be like company.vn.");
    }

    /// <summary>An address with text that programs add: "mailto:…", "Tên &lt;a@b.vn&gt;", "Email: …", punctuation after it.</summary>
    [GeneratedRegex(
        @"^\s*(?:(?:e-?mail|mail|thư điện tử|thu dien tu)\s*[:=]\s*)?(?:[^<>@]*<\s*)?(?:mailto:)?"
            + @"(?<address>[^\s<>@]+@[^\s<>@?]*[^\s<>@?.,;])(?:\?[^\s<>]*)?(?:\s*>)?[\s.,;]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WrappedAddressRegex();

    private static EmailAddressResult.Invalid Invalid(string vi, string en) => new(new LocalizedText(vi, en));

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex LocalPartRegex();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DomainRegex();
}
