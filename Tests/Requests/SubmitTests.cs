using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Tests.Requests;

public sealed class SubmitTests
{
    [Fact]
    public void A_whole_form_becomes_a_case_in_one_spelling()
    {
        var (request, first) = Sample.Accepted(
            123,
            draft: Sample.Draft() with
            {
                TaxCode = "01001 09106-001",
                Email = " dat@HoangDat.VN ",
            }
        );
        Assert.Equal(new CaseNumber(2026, 123).ToString(), request.CaseNumber);
        Assert.Equal(
            ("0100109106-001", "0912345678", "dat@hoangdat.vn"),
            (request.Facts.TaxCode, request.Facts.Phone, request.Facts.Email)
        );
        Assert.Equal((CaseStatus.Submitted, 1, 1), (request.Status, request.Version, first.Sequence));
        Assert.Null(CaseHistory.Verify(request, [first]));
    }

    public static TheoryData<string, string> Faults() =>
        new()
        {
            { "name", "EnterpriseName Missing" },
            { "long name", "EnterpriseName TooLong" },
            { "tax", "TaxCode Malformed" },
            { "no tax", "TaxCode Missing" },
            { "ward", "Ward Missing" },
            { "sector", "Sector Missing" },
            { "employees", "InsuredEmployees Negative" },
            { "revenue", "Revenue Negative" },
            { "capital", "Capital Negative" },
            { "kind", "Kind Missing" },
            { "short", "Content TooShort" },
            { "long", "Content TooLong" },
            { "contact", "ContactName Missing" },
            { "phone", "Phone Malformed" },
            { "email", "Email Malformed" },
            { "no contact", "Phone NoContact" },
            { "consent", "Consent Missing, ContactConsent Missing" },
            { "language", "Language Malformed" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_invalid_field_is_reported(string fault, string expected)
    {
        var good = Sample.Draft();
        var draft = fault switch
        {
            "name" => good with { EnterpriseName = "  " },
            "long name" => good with { EnterpriseName = new string('a', TextLimits.Name + 1) },
            "tax" => good with { TaxCode = "0100109107" },
            "no tax" => good with { TaxCode = null },
            "ward" => good with { WardCode = null },
            "sector" => good with { Sector = null },
            "employees" => good with { InsuredEmployees = -1 },
            "revenue" => good with { Revenue = -1 },
            "capital" => good with { Capital = -1 },
            "kind" => good with { Kind = null },
            "short" => good with { Content = "Giúp tôi" },
            "long" => good with { Content = new string('a', TextLimits.CaseText + 1) },
            "contact" => good with { ContactName = null },
            "phone" => good with { Phone = "12345" },
            "email" => good with { Email = "dat@" },
            "no contact" => good with { Phone = null, Email = " " },
            "consent" => good with { ConsentedAt = null },
            _ => good with { Language = "fr" },
        };
        var invalid = Assert.IsType<SubmissionResult.Invalid>(
            CaseRules.Submit(RequestFields.Default, draft, new CaseNumber(2026, 1), Sample.Asker(), Sample.Now)
        );
        Assert.Equal(expected, string.Join(", ", invalid.Problems.Select(p => $"{p.Field} {p.Code}")));
    }

    [Fact]
    public void Marks_that_turn_the_direction_of_writing_are_not_kept()
    {
        var draft = Sample.Draft("Công ty \u202Egnod\u202C Đạt") with { Content = "Xem tệp \u2067exe.pdf\u2069 giúp tôi, cảm ơn." };
        var (request, _) = Sample.Accepted(1, draft: draft);
        Assert.Equal("Công ty gnod Đạt", request.Facts.EnterpriseName);
        Assert.Equal("Xem tệp exe.pdf giúp tôi, cảm ơn.", request.Facts.Content);
    }
}
