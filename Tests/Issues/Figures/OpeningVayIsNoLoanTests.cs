using PolicyAssistantBot.Knowledge.Answers.Asked;

namespace PolicyAssistantBot.Tests.Issues.Figures;

/// <summary>"Vay toi duoc 50% a" (so I get 50%?) was answered with loans.</summary>
public class OpeningVayIsNoLoanTests
{
    [Theory]
    [InlineData("vay toi dc 50% a", "vậy toi dc 50% a")]
    [InlineData("vay xuong toi dc ho tro iso bn", "vậy xuong toi dc ho tro iso bn")]
    [InlineData("vay toi da bao nhieu", "vay toi da bao nhieu")]
    [InlineData("vay von mua may", "vay von mua may")]
    [InlineData("toi muon vay 500tr", "toi muon vay 500tr")]
    public void Only_before_the_asker_is_it_a_particle(string typed, string read) => Assert.Equal(read, InputCleaner.Clean(typed));
}
