using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Unsaved;
using PolicyAssistantBot.Studio.Urgent;

namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>The articles in the database: nothing about askers; who wrote, approved and published is kept with the text.</summary>
internal static class StudioData
{
    public static IReadOnlyList<DataTable> Tables { get; } =
    [
        new DataTable<RevisionRow>(DataKind.Settings)
            .Official(r => r.ById, r => r.ByName)
            .NotPersonal(r => r.Key, r => r.Number, r => r.Path, r => r.Text, r => r.Digest, r => r.MeaningDigest, r => r.BasedOn)
            .NotPersonal(r => r.Origin, r => r.At),
        new DataTable<SetRow>(DataKind.Settings)
            .Official(s => s.ById, s => s.ByName, s => s.ApprovedByName)
            .NotPersonal(s => s.Number, s => s.Digest, s => s.Members, s => s.Origin, s => s.At, s => s.Reason),
        new DataTable<ArticleDraft>(DataKind.Settings)
            .Official(d => d.Contributors, d => d.SubmittedById, d => d.ApprovedById, d => d.ApprovedByName)
            .NotPersonal(d => d.Key, d => d.Version, d => d.Head, d => d.HeadDigest, d => d.BasedOn, d => d.State, d => d.Reason)
            .NotPersonal(d => d.ApprovedDigest, d => d.Accepted, d => d.PublishAt, d => d.ChangedAt),
        new DataTable<GateRow>(DataKind.Settings).NotPersonal(
            g => g.Key,
            g => g.Digest,
            g => g.BaseSet,
            g => g.IsPassed,
            g => g.Report,
            g => g.At
        ),
        new DataTable<HoldRow>(DataKind.Settings)
            .Official(h => h.ById, h => h.ByName, h => h.LiftAskedById, h => h.LiftAskedByName, h => h.LiftedById, h => h.LiftedByName)
            .NotPersonal(h => h.Number, h => h.Scope, h => h.Key, h => h.IsWithdrawal, h => h.TextVi, h => h.TextEn, h => h.ReplacedBy)
            .NotPersonal(h => h.Reason, h => h.At, h => h.LiftReason, h => h.LiftedAt),
        new DataTable<UrgentRow>(DataKind.Settings)
            .Official(u => u.Contributors, u => u.ById, u => u.ByName, u => u.ReviewedById, u => u.ReviewedByName)
            .NotPersonal(u => u.Set, u => u.Key, u => u.Before, u => u.Revision, u => u.Reason, u => u.At, u => u.DueAt)
            .NotPersonal(u => u.ReviewedAt, u => u.MailedAt),
        new DataTable<UnsavedRow>(DataKind.Settings)
            .Official(u => u.PersonId)
            .NotPersonal(u => u.Key, u => u.Version, u => u.Head, u => u.Fields, u => u.At),
        new DataTable<DeliveryRow>(DataKind.Settings).NotPersonal(d => d.Number, d => d.Digest, d => d.Files, d => d.At),
        new DataTable<StudioEvent>(DataKind.Settings)
            .Official(e => e.ById, e => e.ByName)
            .NotPersonal(e => e.Number, e => e.At, e => e.Kind, e => e.Key, e => e.Revision, e => e.Digest, e => e.Set, e => e.Text)
            .NotPersonal(e => e.PreviousHash, e => e.Hash),
    ];
}
