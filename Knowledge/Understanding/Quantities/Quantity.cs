namespace PolicyAssistantBot.Knowledge.Understanding.Quantities;

/// <summary>What a number is a number of.</summary>
public enum QuantityKind
{
    /// <summary>No unit: <c>60</c>. Only the question it answers can say what it is (<see cref="QuantityReader.Bind"/>).</summary>
    Plain,

    /// <summary>Vietnamese dong.</summary>
    Money,

    /// <summary>Another currency; never to be taken for dong.</summary>
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
    /// <summary>Said without a word about it.</summary>
    Stated,

    /// <summary>Said to be exact: <c>tròn 3 tỷ</c>, <c>đúng 10 người</c>.</summary>
    Exact,

    /// <summary>Near the value: <c>khoảng</c>, <c>gần</c>, <c>about</c>.</summary>
    Approximate,

    /// <summary>No number: <c>vài chục</c>, <c>mười mấy</c>. The bounds are what the words can mean.</summary>
    Vague,
}

/// <summary>What a quantity measures of an enterprise or of what it asks for.</summary>
public enum Measure
{
    /// <summary>The words do not say.</summary>
    Unbound,

    /// <summary>All who work there, insured or not.</summary>
    Employees,

    /// <summary>Those for whom social insurance is paid: the size rule counts these.</summary>
    InsuredEmployees,

    UninsuredEmployees,

    WomenEmployees,

    /// <summary>Women among the people employed.</summary>
    WomenShare,

    /// <summary>What women hold of the charter capital.</summary>
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

/// <summary>A quantity as a message says it.</summary>
/// <param name="Value">In the unit of <paramref name="Kind"/>; of a range the lower end, of a vague word a value in the middle.</param>
/// <param name="Confidence">
/// Whether the number itself is read rightly, 0 to 1. Below <see cref="Sure"/> say it back and ask; never compute with it.
/// </param>
public sealed record Quantity(decimal Value, QuantityKind Kind, TextSpan Span, double Confidence)
{
    /// <summary>From this confidence on a reading is computed with; below it, it is said back.</summary>
    public const double Sure = 0.75;

    public Comparator Comparator { get; init; }

    public Exactness Exactness { get; init; }

    /// <summary>The upper end of a range or of a vague word.</summary>
    public decimal? Upper { get; init; }

    /// <summary>What the same words may also mean: <c>1.250 tỷ</c> is 1,250 or 1.25 billion.</summary>
    public decimal? Alternative { get; init; }

    public Measure Measure { get; init; }

    /// <summary>Whether <see cref="Measure"/> is right, 0 to 1; 0 when unbound.</summary>
    public double BindingConfidence { get; init; }

    /// <summary>The period of revenue, profit or tax, where the words name one.</summary>
    public DateMention? Period { get; init; }

    /// <summary>"Per year", "per month"; null when a total or when nothing is said.</summary>
    public QuantityKind? Per { get; init; }

    /// <summary>Its number and what it measures are both read with confidence, and it is one value, not a range.</summary>
    public bool IsFact =>
        Measure != Measure.Unbound
        && Confidence >= Sure
        && BindingConfidence >= Sure
        && Comparator == Comparator.Equal
        && Exactness != Exactness.Vague
        && Per is null or QuantityKind.Years
        && Period is null or { Unit: DateUnit.Year or DateUnit.Years };
}
