namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

public enum DateUnit
{
    Day,
    Month,
    Quarter,

    /// <summary>Six or nine months of a year, or another run of months within it.</summary>
    Months,
    Year,

    /// <summary>From one year to another: <c>giai đoạn 2026-2030</c>.</summary>
    Years,
}

/// <summary>The role of a date, given by the words before it.</summary>
public enum DateRole
{
    /// <summary>The words before it give no role.</summary>
    None,

    /// <summary>The day as of which is asked: "vào ngày", "as of", "quy định năm".</summary>
    PointInTime,
    Before,
    After,

    /// <summary>"từ", "since", "from".</summary>
    From,

    /// <summary>"đến", "until".</summary>
    Until,

    /// <summary>The date of a founding, an account, a document, a filing or a period; not the day as of which is asked.</summary>
    OtherEvent,
}

public enum DateFault
{
    None,

    /// <summary>The month has no such day: 31/02.</summary>
    NoSuchDay,

    /// <summary>There is no such month: 03/13/2026, tháng 14.</summary>
    NoSuchMonth,

    /// <summary>There is no such quarter: quý 5.</summary>
    NoSuchQuarter,
}

/// <summary>A date or a period that a message names.</summary>
/// <param name="First">Its first day; meaningless when <see cref="Fault"/> says that it does not exist.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Written">The words themselves.</param>
public sealed record DateMention(DateUnit Unit, DateOnly First, DateOnly Last, DateRole Role, string Written, TextSpan Span)
{
    /// <summary>Why it does not exist; the asker must be told, so such a date is never ignored.</summary>
    public DateFault Fault { get; init; }

    /// <summary>Whether the year was not given and the current year was assumed.</summary>
    public bool YearIsAssumed { get; init; }

    /// <summary>Whether it is relative to today: <c>năm ngoái</c>, <c>tomorrow</c>.</summary>
    public bool IsRelative { get; init; }

    public bool Exists => Fault == DateFault.None;
}
