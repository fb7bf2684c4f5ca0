namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>The position of words in <see cref="QuantityReading.Text"/>, in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
