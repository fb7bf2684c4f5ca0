using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAssistantBot.Requests;

/// <summary>A case as a row: what lists filter and sort by stands in columns of its own, the facts in one document.</summary>
internal sealed class RequestRow
{
    public required string CaseNumber { get; init; }

    public required int Version { get; init; }

    public required RequestStatus Status { get; init; }

    public required RequestKind Kind { get; init; }

    public required string EnterpriseName { get; init; }

    public required string TaxCode { get; init; }

    /// <summary>Name and tax code, folded to lower case without diacritics.</summary>
    public required string SearchText { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string UserId { get; init; }

    public required string ActivityId { get; init; }

    public required string Reference { get; init; }

    public required RequestDraft Facts { get; init; }

    public string? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string LastHash { get; init; }
}

internal sealed class RequestRowConfiguration : IEntityTypeConfiguration<RequestRow>
{
    /// <summary>Milliseconds since 1970 sort alike in every database.</summary>
    public static readonly ValueConverter<DateTimeOffset, long> Milliseconds =
        new(at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));

    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("Requests").HasKey(r => r.CaseNumber);
        builder.Property(r => r.Status).HasConversion<string>();
        builder.Property(r => r.Kind).HasConversion<string>();
        builder.Property(r => r.SubmittedAt).HasConversion(Milliseconds);
        builder.Property(r => r.ChangedAt).HasConversion(Milliseconds);
        builder.Property(r => r.Facts).HasConversion(
            facts => JsonSerializer.Serialize(facts, RequestJson.Options),
            json => JsonSerializer.Deserialize<RequestDraft>(json, RequestJson.Options)!);
    }
}

internal sealed class RequestEventConfiguration : IEntityTypeConfiguration<RequestEvent>
{
    public void Configure(EntityTypeBuilder<RequestEvent> builder)
    {
        builder.ToTable("RequestEvents").HasKey(e => new { e.CaseNumber, e.Sequence });
        builder.Property(e => e.Kind).HasConversion<string>();
        builder.Property(e => e.StatusAfter).HasConversion<string>();
        builder.Property(e => e.At).HasConversion(RequestRowConfiguration.Milliseconds);
        builder.ComplexProperty(e => e.Who, who => who.Property(w => w.Kind).HasConversion<string>());
    }
}

internal sealed class CaseNumberCounterConfiguration : IEntityTypeConfiguration<CaseNumberCounter>
{
    public void Configure(EntityTypeBuilder<CaseNumberCounter> builder) =>
        builder.ToTable("CaseNumbers").HasKey(c => c.Year);
}
