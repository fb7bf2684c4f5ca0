using PolicyAssistantBot.Requests.Similarity;

namespace PolicyAssistantBot.Tests.Requests;

public sealed class MinHashTests
{
    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(100, 0.33)]
    [InlineData(150, 0.6)]
    [InlineData(200, 1.0)]
    public void The_share_of_equal_signature_values_estimates_the_similarity(int sharedWords, double alike)
    {
        var one = MinHash.GetWordPairs(string.Join(' ', Enumerable.Range(0, 200).Select(i => $"từ{i}")));
        var other = MinHash.GetWordPairs(string.Join(' ', Enumerable.Range(200 - sharedWords, 200).Select(i => $"TU{i}")));
        Assert.Equal(alike, MinHash.ComputeSimilarity(one, other), 0.02);
        var shared = MinHash.ComputeSignature(one).Intersect(MinHash.ComputeSignature(other)).Count();
        Assert.Equal(alike, (double)shared / MinHash.SignatureLength, 0.25);
    }

    [Fact]
    public void Signature_values_stay_the_same_because_they_are_stored()
    {
        var marks = MinHash.ComputeSignature(MinHash.GetWordPairs("Đề nghị hướng dẫn vay vốn"));
        Assert.Equal(MinHash.SignatureLength, marks.Distinct().Count());
        Assert.Equal(212_230_732_799_618_032, marks[0]);
        Assert.Empty(MinHash.ComputeSignature(MinHash.GetWordPairs("vốn")));
    }
}
