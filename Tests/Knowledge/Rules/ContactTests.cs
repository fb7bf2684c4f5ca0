using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class ContactTests
{
    [Theory]
    [InlineData("0100109106", "0100109106", TaxCodeKind.Enterprise)]
    [InlineData("0101248141", "0101248141", TaxCodeKind.Enterprise)]
    [InlineData("0101243150", "0101243150", TaxCodeKind.Enterprise)]
    [InlineData("0100233488", "0100233488", TaxCodeKind.Enterprise)]
    [InlineData("0100112437", "0100112437", TaxCodeKind.Enterprise)]
    [InlineData("0106869738", "0106869738", TaxCodeKind.Enterprise)]
    [InlineData(" 01 0010 9106 ", "0100109106", TaxCodeKind.Enterprise)]
    [InlineData("0100.109.106", "0100109106", TaxCodeKind.Enterprise)]
    [InlineData("0100109106001", "0100109106-001", TaxCodeKind.DependentUnit)]
    [InlineData("0100109106-999", "0100109106-999", TaxCodeKind.DependentUnit)]
    [InlineData("001085012345", "001085012345", TaxCodeKind.Household)]
    public void A_valid_tax_code_is_normalised(string typed, string normalized, TaxCodeKind kind) =>
        Assert.Equal(new TaxCodeResult.Valid(normalized, kind), TaxCode.Parse(typed));

    [Theory]
    [InlineData("0123456789", TaxCodeFault.WrongCheckDigit, "must be 7, not 9")]
    [InlineData("0101234567", TaxCodeFault.WrongCheckDigit, "must be 5, not 7")]
    [InlineData("0100109107", TaxCodeFault.WrongCheckDigit, "must be 6, not 7")]
    [InlineData("0100109107-001", TaxCodeFault.WrongCheckDigit, "must be 6, not 7")]
    [InlineData("0100109106-000", TaxCodeFault.InvalidUnitNumber, "001 to 999")]
    [InlineData("010010910", TaxCodeFault.WrongLength, "you entered 9")]
    [InlineData("01001091061", TaxCodeFault.WrongLength, "you entered 11")]
    [InlineData("01001091060011", TaxCodeFault.WrongLength, "you entered 14")]
    [InlineData("O100109106", TaxCodeFault.NonDigit, "“O” is not a digit")]
    [InlineData("", TaxCodeFault.Empty, "empty")]
    public void An_invalid_tax_code_names_the_violated_rule(string typed, TaxCodeFault fault, string reason)
    {
        var invalid = Assert.IsType<TaxCodeResult.Invalid>(TaxCode.Parse(typed));

        Assert.Equal(fault, invalid.Fault);
        Assert.Contains(reason, invalid.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_for_which_no_check_digit_exists_is_accepted_with_a_warning()
    {
        // 31·1 + 29·0 + … + 3·8 = 55, a multiple of 11.
        Assert.Null(TaxCode.ComputeCheckDigit("100000008"));
        Assert.All("0123456789", digit => Assert.IsType<TaxCodeResult.Doubtful>(TaxCode.Parse($"100000008{digit}")));
    }

    [Theory]
    [InlineData("0912345678", "0912345678")]
    [InlineData("+84 912 345 678", "0912345678")]
    [InlineData("84912345678", "0912345678")]
    [InlineData("0084912345678", "0912345678")]
    [InlineData("(024) 3734-7512", "02437347512")]
    [InlineData("+842437347512", "02437347512")]
    [InlineData("0312.345.678", "0312345678")]
    public void A_valid_number_is_normalised(string typed, string normalized) =>
        Assert.Equal(new PhoneNumberResult.Valid(normalized), PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("091234567")]
    [InlineData("09123456789")]
    [InlineData("0412345678")]
    [InlineData("0612345678")]
    [InlineData("024373475")]
    [InlineData("024373475123")]
    [InlineData("12345")]
    [InlineData("09x2345678")]
    [InlineData("")]
    public void An_invalid_number_is_refused(string typed) => Assert.IsType<PhoneNumberResult.Invalid>(PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("19001234")]
    [InlineData("1800 123456")]
    [InlineData("02838123456")]
    public void A_call_centre_or_a_landline_outside_Hanoi_is_accepted_with_a_warning(string typed) =>
        Assert.IsType<PhoneNumberResult.Doubtful>(PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("ten@congty.vn", "ten@congty.vn")]
    [InlineData(" An.Nguyen+hd@Sub.Congty.COM.VN ", "An.Nguyen+hd@sub.congty.com.vn")]
    public void A_valid_address_is_normalised(string typed, string normalized) =>
        Assert.Equal(new EmailAddressResult.Valid(normalized), EmailAddress.Parse(typed));

    [Theory]
    [InlineData("")]
    [InlineData("congty.vn")]
    [InlineData("@congty.vn")]
    [InlineData("ten@")]
    [InlineData("ten@@congty.vn")]
    [InlineData("ten@congty")]
    [InlineData("ten@congty.v")]
    [InlineData("ten@-congty.vn")]
    [InlineData("t..en@congty.vn")]
    [InlineData(".ten@congty.vn")]
    [InlineData("tên@congty.vn")]
    [InlineData("ten moi@congty.vn")]
    [InlineData("ten@cong_ty.vn")]
    public void An_invalid_address_is_refused(string typed) => Assert.IsType<EmailAddressResult.Invalid>(EmailAddress.Parse(typed));
}
