namespace PolicyAssistantBot.Knowledge.Legal;

internal enum FigureKind
{
    Money,
    Percent,

    /// <summary>A day, or a month with its year.</summary>
    Date,

    /// <summary>A length of time: years, months, days, working days, hours.</summary>
    Period,

    /// <summary>A document's number.</summary>
    Document,

    /// <summary>Any other number.</summary>
    Number,
}

/// <summary>A figure in a text, with a value that is the same in either language.</summary>
/// <param name="Value">Such as <c>50000000</c> (VND), <c>2026-07-01</c>, <c>3 year</c>, <c>80/2021/nd-cp</c>.</param>
/// <param name="Start">
/// Where it begins in the text; figures that share a unit (<c>30, 50 và 100 triệu đồng</c>) share their beginning.
/// </param>
internal readonly record struct Figure(FigureKind Kind, string Value, string Written, int Start = 0)
{
    /// <summary>Figures are the same when kind and value are; how they are written does not count.</summary>
    public (FigureKind Kind, string Value) Same => (Kind, Value);
}
