using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Tests.Requests;

public sealed class CaseNumberTests
{
    [Fact]
    public void The_first_case_number_of_2026_is_formatted_as_documented() =>
        Assert.Matches("^HN-2026-000001-[0-9]$", new CaseNumber(2026, 1).ToString());

    /// <summary>The check digit of 572 is 4, as in Damm's thesis.</summary>
    [Fact]
    public void The_check_digit_is_Damms() => Assert.Equal('4', CaseNumber.ComputeCheckDigit("572"));

    [Fact]
    public void Every_wrong_digit_and_every_swap_of_neighbours_is_caught()
    {
        var missed = new List<string>();
        foreach (var serial in Enumerable.Range(0, 400).Select(i => 1 + (i * 2477L)))
        {
            var digits = string.Concat(new CaseNumber(2026 + (int)(serial % 7), serial).ToString().Where(char.IsAsciiDigit));
            for (var i = 0; i < digits.Length; i++)
            {
                var here = i;
                missed.AddRange(
                    Enumerable
                        .Range('0', 10)
                        .Select(d => (char)d)
                        .Where(d => d != digits[here])
                        .Select(d => string.Concat(digits.AsSpan(0, here), d.ToString(), digits.AsSpan(here + 1)))
                        .Where(wrong => CaseNumber.TryParse(wrong, out _))
                );
                if (i > 0 && digits[i] != digits[i - 1])
                {
                    var swapped = string.Concat(
                        digits.AsSpan(0, i - 1),
                        digits[i].ToString(),
                        digits[i - 1].ToString(),
                        digits.AsSpan(i + 1)
                    );
                    missed.AddRange(CaseNumber.TryParse(swapped, out _) ? [swapped] : []);
                }
            }
        }

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0} ")]
    [InlineData("{1}")]
    [InlineData("hn{2}")]
    [InlineData("{2}")]
    [InlineData("HN – {3}")]
    public void A_case_number_is_read_in_the_ways_people_type_it(string form)
    {
        var number = new CaseNumber(2026, 123);
        var text = number.ToString();
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var typed = string.Format(
            null,
            form,
            text,
            text.ToLowerInvariant().Replace('-', ' '),
            digits,
            text[3..].Replace("-", " . ", StringComparison.Ordinal)
        );
        Assert.True(CaseNumber.TryParse(typed, out var caseNumber), typed);
        Assert.Equal(number, caseNumber);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HN-2026-000123")]
    [InlineData("HN-2026-000000-0")]
    [InlineData("SG-2026-000123-4")]
    [InlineData("HN-2026-000123-٣")]
    [InlineData("0100109106")]
    public void Text_that_is_not_a_case_number_is_not_read(string? text) => Assert.False(CaseNumber.TryParse(text, out _));

    [Fact]
    public void A_case_number_is_found_in_a_sentence()
    {
        var number = new CaseNumber(2027, 1_234_567);
        Assert.True(CaseNumber.TryFindIn($"Cho tôi hỏi hồ sơ {number.ToString().ToLowerInvariant()}, đã xong chưa?", out var found));
        Assert.Equal(number, found);
        Assert.False(CaseNumber.TryFindIn("Mã số thuế 0100109106 và số HN-2026-1", out _));
    }
}
