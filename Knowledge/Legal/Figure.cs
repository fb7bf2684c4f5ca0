namespace PolicyAssistantBot.Knowledge.Legal;

internal enum FigureKind
{
    Money,
    Percent,

    /// <summary>A date, or a month with its year.</summary>
    Date,

    /// <summary>A duration: years, months, days, working days, hours.</summary>
    Period,

    /// <summary>The number of a legal document.</summary>
    Document,

    /// <summary>Any other number.</summary>
    Number,
}

/// <summary>A figure in a text, with a value that is the same in both languages.</summary>
/// <param name="Value">The normalised value, such as <c>50000000</c> (VND), <c>2026-07-01</c>, <c>3 year</c>, <c>80/2021/nd-cp</c>.</param>
/// <param name="Start">Its offset in the text; figures with a common unit (<c>30, 50 và 100 triệu đồng</c>) have the same offset.</param>
internal readonly record struct Figure(FigureKind Kind, string Value, string Written, int Start = 0)
{
    /// <summary>Kind and value, by which figures are compared; the spelling is not compared.</summary>
    public (FigureKind Kind, string Value) Identity => (Kind, Value);
}
