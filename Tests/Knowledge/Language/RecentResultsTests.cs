using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

public sealed class RecentResultsTests
{
    [Fact]
    public void A_result_belongs_to_its_own_text_and_is_computed_again_once_it_was_displaced()
    {
        var computed = new List<int>();
        var results = new RecentResults<int, string>(
            4,
            key =>
            {
                computed.Add(key);
                return $"result {key}";
            }
        );

        // 1 and 5 share a place.
        foreach (var key in new[] { 1, 1, 5, 5, 1, 2, 2 })
        {
            Assert.Equal($"result {key}", results.Get(key));
        }

        Assert.Equal([1, 5, 1, 2], computed);
    }
}
