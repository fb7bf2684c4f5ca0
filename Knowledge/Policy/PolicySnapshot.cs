using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Patterns;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>
/// Stores the tables of the conversation as they were read, so that a start neither parses them nor checks their patterns again.
/// </summary>
internal static partial class PolicySnapshot
{
    private const string Name = "policy";

    /// <summary>The policy of the files in a folder; null when there is no snapshot of them.</summary>
    public static ConversationPolicy? Find(string folder, SnapshotStore snapshots) =>
        snapshots.Find(Name, ComputeKey(folder), reader => new Reader(new RecordReader(reader)).ReadPolicy());

    public static void Write(string folder, ConversationPolicy policy, SnapshotStore snapshots) =>
        snapshots.Write(
            Name,
            ComputeKey(folder),
            writer =>
            {
                var records = new RecordWriter();
                new Writer(records).Write(policy);
                records.Save(writer);
            }
        );

    private static byte[] ComputeKey(string folder)
    {
        using var key = new SnapshotKey();
        // Texts refer to amounts of the rule tables.
        return key.AddFiles(folder).AddFiles(Path.Combine(folder, "Acts")).AddFiles(Path.Combine(YamlData.Folder, "Rules")).GetHash();
    }

    private sealed class Writer(RecordWriter records)
    {
        public void Write(ConversationPolicy policy)
        {
            Write(policy.Acts);
            Write(policy.Matters);
            Write(policy.Fields);
            Write(policy.Signals);
            Write(policy.Replies);
            Write(policy.Audiences);
        }

        private void Write(ActPolicy acts)
        {
            records.Write(acts.Openers);
            records.Write(acts.Closers);
            records.Write(acts.DoubtWords);
            records.Write(acts.VietnameseNames);
            records.Write(acts.EnglishNames);
            records.Write(acts.WordsBeforeLanguage);
            records.Write(acts.QuestionForms.PhrasesAnywhere);
            records.Write(acts.QuestionForms.PhrasesAtStart);
            records.Write(acts.QuestionForms.PhrasesAtEnd);
            records.Write([.. acts.Abbreviations.Keys]);
            records.Write([.. acts.Abbreviations.Values]);
            records.Write(acts.Acts, Write);
            records.Write(acts.Phrasings, Write);
        }

        private void Write(ActExamples examples)
        {
            records.Write((int)examples.Act);
            records.Write(examples.Target);
            records.Write(examples.MaxWords);
            records.Write(examples.MinProbability);
            records.Write(examples.Vi);
            records.Write(examples.En);
        }

        private void Write(ActPhrasing phrasing)
        {
            records.Write(phrasing.Writer);
            records.Write((int)phrasing.Act);
            records.Write(phrasing.Target);
            records.Write(phrasing.Text);
        }

        private void Write(MatterPolicy matters)
        {
            records.Write(matters.Matters, Write);
            records.Write(matters.Authorities, Write);
            records.Write([.. matters.Exceptions.Keys]);
            records.Write([.. matters.Exceptions.Values], Write);
        }

        private void Write(OtherMatter matter)
        {
            records.WriteOptional(matter.Body, Write);
            Write(matter.Words);
            records.Write(matter.IsBroad);
            records.Write(matter.Exception);
        }

        private void Write(FieldPolicy fields)
        {
            records.Write(fields.FillerWords);
            records.Write(fields.FieldWords);
            Write(fields.TellingPhrases);
            records.Write(fields.Fields, Write);
        }

        private void Write(VagueField field)
        {
            Write(field.Words);
            Write(field.Question);
            records.Write(field.Choices, Write);
        }

        private void Write(VagueChoice choice)
        {
            records.Write(choice.ArticleKey);
            Write(choice.Label);
        }

        private void Write(SignalPolicy signals)
        {
            Write(signals.CrisisPhrases);
            records.Write(signals.CrisisWithMarks);
            Write(signals.PersonalPhrases);
            Write(signals.OwnNumberFormQuestions);
            Write(signals.UnwrittenMatters);
            Write(signals.ComparisonPhrases);
            Write(signals.MissingFactPhrases);
            Write(signals.PurchasePhrases);
            Write(signals.NoPurchasePhrases);
            Write(signals.UninsuredPhrases);
            Write(signals.AdditionPhrases);
            Write(signals.AdditionOpenings);
            records.Write(signals.Compounds);
        }

        private void Write(ReplyPolicy replies)
        {
            records.Write(replies.Yes);
            records.Write(replies.No);
            records.Write(replies.YesWithMarks);
            records.Write(replies.Skip);
            records.Write(replies.RequirementMet);
            records.Write(replies.RequirementNotMet);
            records.Write(replies.NotSure);
            records.Write(replies.Edit);
            records.Write(replies.FormVerbs);
            records.Write(replies.FormNames);
            records.Write(replies.FormPhrases);
            records.Write(replies.AgainstForm);
            records.Write(replies.FormEndings);
            records.Write(replies.LeadingOver);
            records.Write(replies.FormRequests);
            records.Write(replies.FormStops);
            records.Write(replies.LackOpenings);
            records.Write(replies.NameOpenings);
            records.Write(replies.SpeechWords);
        }

        private void Write(AudiencePolicy audiences)
        {
            Write(audiences.HouseholdWords);
            records.Write(audiences.HouseholdWord);
            records.Write(audiences.Compounds);
            records.Write(audiences.OnBehalfVerbs);
            records.Write(audiences.HouseholdEndings);
            Write(audiences.CompanyWords);
            Write(audiences.CooperativeWords);
            Write(audiences.ForeignWords);
        }

        private void Write(WordPatterns patterns) => records.Write(patterns.Lines);

        private void Write(LocalizedText text)
        {
            records.Write(text.Vi);
            records.Write(text.En);
        }
    }
}
