using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>Contacts as people paste them were refused.</summary>
public sealed class PastedContactsTests
{
    [Theory]
    [InlineData("0912 345 678 (Zalo)", "0912345678")]
    [InlineData("ĐT: 0912.345.678", "0912345678")]
    [InlineData("0912345678 gặp chị Lan", "0912345678")]
    [InlineData("SĐT/Zalo +84 912 345 678", "0912345678")]
    public void Telephone_numbers(string typed, string number) =>
        Assert.Equal(new PhoneNumberResult.Valid(number), PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("0912345678 / 0987654321")]
    [InlineData("0912345678, 0987654321")]
    [InlineData("0912 345 678 hoặc 024 3734 7512")]
    public void Of_two_telephone_numbers_the_first_is_used_and_reported(string typed)
    {
        var read = Assert.IsType<PhoneNumberResult.Doubtful>(PhoneNumber.Parse(typed));

        Assert.Equal("0912345678", read.Normalized);
        Assert.Contains("0912345678", read.Warning.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MST: 0101243150")]
    [InlineData("Mã số thuế 0101243150.")]
    [InlineData("0101243150 (trụ sở chính)")]
    [InlineData("tax code: 0101243150")]
    public void Tax_codes(string typed) =>
        Assert.Equal(new TaxCodeResult.Valid("0101243150", TaxCodeKind.Enterprise), TaxCode.Parse(typed));

    [Theory]
    [InlineData("thu@congty.vn.")]
    [InlineData("mailto:thu@congty.vn")]
    [InlineData("Nguyễn Thị Thu <thu@congty.vn>")]
    [InlineData("<thu@congty.vn>")]
    [InlineData("Email: thu@congty.vn")]
    [InlineData("mailto:thu@congty.vn?subject=Xin%20ch%C3%A0o")]
    public void Addresses(string typed) => Assert.Equal(new EmailAddressResult.Valid("thu@congty.vn"), EmailAddress.Parse(typed));
}
