using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;

namespace PolicyAssistantBot.Requests.Store;

internal sealed class CaseRowConfiguration : IEntityTypeConfiguration<CaseRow>
{
    /// <summary>Milliseconds since 1970 sort in the same way in every database.</summary>
    public static readonly ValueConverter<DateTimeOffset, long> Milliseconds = new(
        at => at.ToUnixTimeMilliseconds(),
        ms => DateTimeOffset.FromUnixTimeMilliseconds(ms)
    );

    /// <summary>The filter of indexes over open cases, which are few of all cases.</summary>
    private static readonly string OpenCaseFilter = string.Create(CultureInfo.InvariantCulture, $"\"Pile\" <> {(int)CaseGroup.Ended}");

    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("Requests").HasKey(r => r.CaseNumber);
        builder.Property(r => r.CaseNumber).HasMaxLength(24);
        builder.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.EnterpriseName).HasMaxLength(255);
        builder.Property(r => r.TaxCode).HasMaxLength(14);
        builder.Property(r => r.SearchText).HasMaxLength(300);
        builder.Property(r => r.OwnerId).HasMaxLength(100);
        builder.Property(r => r.OwnerName).HasMaxLength(255);
        builder.Property(r => r.LastHash).HasMaxLength(64);
        builder.Property(r => r.Group).HasColumnName("Pile");
        builder.Property(r => r.ReferenceJson).HasColumnName("Reference");
        builder.Property(r => r.SubmittedAt).HasConversion(Milliseconds);
        builder.Property(r => r.ChangedAt).HasConversion(Milliseconds);
        builder.Property(r => r.NumericCaseNumber).HasColumnName("Number").HasDefaultValue(0L);
        builder.Property(r => r.Team).HasMaxLength(60);
        builder.Property(r => r.DueAt).HasConversion(Milliseconds);
        builder.Property(r => r.DueSoonAt).HasColumnName("SoonAt").HasConversion(Milliseconds);
        builder.Property(r => r.NextWarningAt).HasConversion(Milliseconds);
        builder.Property(r => r.ErasedAt).HasConversion(Milliseconds);
        builder.Property(r => r.ConsentWithdrawnAt).HasConversion(Milliseconds);
        builder
            .Property(r => r.Facts)
            .HasConversion(
                facts => JsonSerializer.Serialize(facts, StableJson.Options),
                json => JsonSerializer.Deserialize<RequestDraft>(json, StableJson.Options)!
            );
        builder
            .Property(r => r.Routing)
            .HasConversion(
                routing => JsonSerializer.Serialize(routing, StableJson.Options),
                json => JsonSerializer.Deserialize<RoutingDecision>(json, StableJson.Options)
            );
        builder
            .Property(r => r.Deadlines)
            .HasColumnName("Clocks")
            .HasConversion(
                deadlines => JsonSerializer.Serialize(deadlines, StableJson.Options),
                json => JsonSerializer.Deserialize<CaseDeadlines>(json, StableJson.Options)
            );

        builder
            .HasIndex(r => new
            {
                r.ChannelId,
                r.ConversationId,
                r.ActivityId,
            })
            .IsUnique();
        builder.HasIndex(r => new
        {
            r.ChannelId,
            r.UserId,
            r.ChangedAt,
        });
        builder
            .HasIndex(r => new
            {
                r.Group,
                r.ChangedAt,
                r.CaseNumber,
                r.OwnerId,
                r.Team,
                r.Kind,
            })
            .HasDatabaseName("IX_Requests_List_Pile");
        builder.HasIndex(r => new
        {
            r.OwnerId,
            r.Group,
            r.ChangedAt,
            r.CaseNumber,
        });
        builder.HasIndex(r => new { r.TaxCode, r.ChangedAt });
        builder.HasIndex(r => r.NumericCaseNumber).IsUnique();
        builder
            .HasIndex(r => new
            {
                r.ChangedAt,
                r.CaseNumber,
                r.OwnerId,
                r.Team,
                r.Kind,
                r.TaxCode,
            })
            .HasDatabaseName("IX_Requests_List_All");
        builder
            .HasIndex(r => new
            {
                r.OwnerId,
                r.ChangedAt,
                r.CaseNumber,
            })
            .HasDatabaseName("IX_Requests_Open_Owner")
            .HasFilter(OpenCaseFilter);
        builder
            .HasIndex(r => new
            {
                r.Team,
                r.ChangedAt,
                r.CaseNumber,
            })
            .HasDatabaseName("IX_Requests_Open_Team")
            .HasFilter(OpenCaseFilter);
        builder
            .HasIndex(r => new
            {
                r.DueAt,
                r.CaseNumber,
                r.DueSoonAt,
                r.OwnerId,
                r.Team,
                r.Kind,
            })
            .HasDatabaseName("IX_Requests_List_Due")
            .HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(r => r.NextWarningAt).HasFilter("\"NextWarningAt\" IS NOT NULL");
    }
}

internal sealed class CaseEventConfiguration : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("RequestEvents").HasKey(e => new { e.CaseNumber, e.Sequence });
        builder.HasOne<CaseRow>().WithMany().HasForeignKey(e => e.CaseNumber).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.CaseNumber).HasMaxLength(24);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.StatusAfter).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.At).HasConversion(CaseRowConfiguration.Milliseconds);
        builder.Property(e => e.Detail).HasMaxLength(255);
        builder.Property(e => e.ContentHash).HasMaxLength(64);
        builder.Property(e => e.PreviousHash).HasMaxLength(64);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.ComplexProperty(
            e => e.Actor,
            actor =>
            {
                actor.Property(a => a.Kind).HasColumnName("Who_Kind").HasConversion<string>().HasMaxLength(20);
                actor.Property(a => a.Id).HasColumnName("Who_Id");
                actor.Property(a => a.Name).HasColumnName("Who_Name");
            }
        );
    }
}

internal sealed class CaseNumberCounterConfiguration : IEntityTypeConfiguration<CaseNumberCounter>
{
    public void Configure(EntityTypeBuilder<CaseNumberCounter> builder)
    {
        builder.ToTable("CaseNumbers").HasKey(c => c.Year);
        builder.Property(c => c.Year).ValueGeneratedNever();
    }
}
