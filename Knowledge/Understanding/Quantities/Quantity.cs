namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>What a number counts or measures.</summary>
public enum QuantityKind
{
    /// <summary>
    /// Without a unit: <c>60</c>. Its kind follows from the question that it answers (<see cref="QuantityReader.Bind"/>).
    /// </summary>
    Plain,

    /// <summary>Vietnamese dong.</summary>
    Money,

    /// <summary>Another currency; never treated as dong.</summary>
    ForeignMoney,

    People,

    /// <summary>Per cent: 15 is 15 %.</summary>
    Percent,

    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,

    /// <summary>Square metres.</summary>
    Area,

    /// <summary>Countable things: branches, machines, lots.</summary>
    Things,
}

public enum Comparator
{
    Equal,
    LessThan,
    AtMost,
    GreaterThan,
    AtLeast,

    /// <summary>From <see cref="Quantity.Value"/> to <see cref="Quantity.Upper"/>, both included.</summary>
    Between,
}

public enum Exactness
{
    /// <summary>The words do not say how exact it is.</summary>
    Unspecified,

    /// <summary>Explicitly exact: <c>tròn 3 tỷ</c>, <c>đúng 10 người</c>.</summary>
    Exact,

    /// <summary>Near the value: <c>khoảng</c>, <c>gần</c>, <c>about</c>.</summary>
    Approximate,

    /// <summary>No definite number: <c>vài chục</c>, <c>mười mấy</c>; only bounds.</summary>
    Vague,
}

/// <summary>The property of an enterprise or of its matter that a quantity measures.</summary>
public enum Measure
{
    /// <summary>Not given by the words.</summary>
    Unbound,

    /// <summary>All employees, insured or not.</summary>
    Employees,

    /// <summary>Employees with social insurance, who count for the size class.</summary>
    InsuredEmployees,

    UninsuredEmployees,

    WomenEmployees,

    /// <summary>People who are to be hired, trained or dismissed: no number of employees.</summary>
    StaffChange,

    /// <summary>The share of women among the employees.</summary>
    WomenShare,

    /// <summary>The share of the charter capital that women hold.</summary>
    WomenOwnership,

    Revenue,
    Profit,

    /// <summary>Total capital (tổng nguồn vốn) of the balance sheet.</summary>
    Capital,

    /// <summary>Charter capital (vốn điều lệ), which is not <see cref="Capital"/>.</summary>
    CharterCapital,

    Loan,

    /// <summary>Price or value of a contract, a purchase, a service.</summary>
    Price,

    Investment,

    /// <summary>A sum of support, as asked for or claimed.</summary>
    Support,

    Tax,
    InterestRate,

    /// <summary>How long the enterprise has existed.</summary>
    FirmAge,

    /// <summary>How long a loan or a contract runs.</summary>
    Term,
}

/// <summary>A quantity in a message.</summary>
/// <param name="Value">In the unit of <paramref name="Kind"/>; for a range the lower end, for a vague word a value in the middle.</param>
/// <param name="Confidence">
/// The confidence, 0 to 1, that the number was read correctly. Below <see cref="SureConfidence"/> the asker must confirm it before it is
/// used.
/// </param>
public sealed record Quantity(decimal Value, QuantityKind Kind, TextSpan Span, double Confidence)
{
    /// <summary>The minimum confidence for computing with a quantity without asking for confirmation.</summary>
    public const double SureConfidence = 0.75;

    public Comparator Comparator { get; init; }

    public Exactness Exactness { get; init; }

    /// <summary>The upper end of a range or of a vague word.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The other possible value of the same words: <c>1.250 tỷ</c> is 1,250 or 1.25 billion.</summary>
    public decimal? Alternative { get; init; }

    public Measure Measure { get; init; }

    /// <summary>The confidence, 0 to 1, that <see cref="Measure"/> is correct; 0 when unbound.</summary>
    public double BindingConfidence { get; init; }

    /// <summary>The period of revenue, profit or tax; null when none is named.</summary>
    public DateMention? Period { get; init; }

    /// <summary>The unit of a rate ("per year", "per month"); null for a total.</summary>
    public QuantityKind? RateUnit { get; init; }

    /// <summary>Whether value and measure were read with confidence and it is one value, not a range.</summary>
    public bool IsReliable =>
        Measure != Measure.Unbound
        && Confidence >= SureConfidence
        && BindingConfidence >= SureConfidence
        && Comparator == Comparator.Equal
        && Exactness != Exactness.Vague
        && RateUnit is null or QuantityKind.Years
        && Period is null or { Unit: DateUnit.Year or DateUnit.Years };
}
