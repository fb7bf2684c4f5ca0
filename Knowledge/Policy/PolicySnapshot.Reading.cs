using PolicyAssistantBot.Knowledge.Content.Patterns;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>The part that reads the stored tables.</summary>
internal static partial class PolicySnapshot
{
    private sealed class Reader(RecordReader records)
    {
        public ConversationPolicy ReadPolicy() =>
            new(ReadActs(), ReadMatters(), ReadFields(), ReadSignals(), ReadReplies(), ReadAudiences());

        private ActPolicy ReadActs() =>
            new()
            {
                Openers = records.ReadTexts(),
                Closers = records.ReadTexts(),
                DoubtWords = records.ReadTexts(),
                VietnameseNames = records.ReadTexts(),
                EnglishNames = records.ReadTexts(),
                WordsBeforeLanguage = records.ReadTexts(),
                QuestionForms = new()
                {
                    PhrasesAnywhere = records.ReadTexts(),
                    PhrasesAtStart = records.ReadTexts(),
                    PhrasesAtEnd = records.ReadTexts(),
                },
                Abbreviations = ReadDictionary(records.ReadText),
                Acts = [.. records.ReadList(ReadExamples)],
                Phrasings = records.ReadList(ReadPhrasing),
            };

        private ActExamples ReadExamples() =>
            new()
            {
                Act = (DialogueAct)records.ReadNumber(),
                Target = records.ReadOptionalText(),
                MaxWords = records.ReadNumber(),
                MinProbability = records.ReadFraction(),
                Vi = records.ReadText(),
                En = records.ReadText(),
            };

        private ActPhrasing ReadPhrasing() =>
            new(records.ReadText(), (DialogueAct)records.ReadNumber(), records.ReadOptionalText(), records.ReadText());

        private MatterPolicy ReadMatters() =>
            new()
            {
                Matters = [.. records.ReadList(ReadMatter)],
                Authorities = [.. records.ReadList(ReadMatter)],
                Exceptions = ReadDictionary(ReadPatterns),
            };

        private OtherMatter ReadMatter() =>
            new()
            {
                Body = records.ReadOptional(ReadLocalizedText),
                Words = ReadPatterns(),
                IsBroad = records.ReadFlag(),
                Exception = records.ReadOptionalText(),
            };

        private FieldPolicy ReadFields() =>
            new()
            {
                FillerWords = records.ReadText(),
                FieldWords = records.ReadText(),
                TellingPhrases = ReadPatterns(),
                Fields = [.. records.ReadList(ReadField)],
            };

        private VagueField ReadField() =>
            new()
            {
                Words = ReadPatterns(),
                Question = ReadLocalizedText(),
                Choices = [.. records.ReadList(() => new VagueChoice { ArticleKey = records.ReadText(), Label = ReadLocalizedText() })],
            };

        private SignalPolicy ReadSignals() =>
            new()
            {
                CrisisPhrases = ReadPatterns(),
                CrisisWithMarks = records.ReadTexts(),
                PersonalPhrases = ReadPatterns(),
                OwnNumberFormQuestions = ReadPatterns(),
                UnwrittenMatters = ReadPatterns(),
                ComparisonPhrases = ReadPatterns(),
                MissingFactPhrases = ReadPatterns(),
                PurchasePhrases = ReadPatterns(),
                NoPurchasePhrases = ReadPatterns(),
                UninsuredPhrases = ReadPatterns(),
                AdditionPhrases = ReadPatterns(),
                AdditionOpenings = ReadPatterns(),
                Compounds = records.ReadTexts(),
            };

        private ReplyPolicy ReadReplies() =>
            new()
            {
                Yes = records.ReadTexts(),
                No = records.ReadTexts(),
                YesWithMarks = records.ReadTexts(),
                Skip = records.ReadTexts(),
                RequirementMet = records.ReadTexts(),
                RequirementNotMet = records.ReadTexts(),
                NotSure = records.ReadTexts(),
                Edit = records.ReadTexts(),
                FormVerbs = records.ReadTexts(),
                FormNames = records.ReadTexts(),
                FormPhrases = records.ReadTexts(),
                AgainstForm = records.ReadTexts(),
                FormEndings = records.ReadTexts(),
                LeadingOver = records.ReadTexts(),
                FormRequests = records.ReadTexts(),
                FormStops = records.ReadTexts(),
                LackOpenings = records.ReadTexts(),
                NameOpenings = records.ReadTexts(),
                SpeechWords = records.ReadTexts(),
            };

        private AudiencePolicy ReadAudiences() =>
            new()
            {
                HouseholdWords = ReadPatterns(),
                HouseholdWord = records.ReadText(),
                Compounds = records.ReadTexts(),
                OnBehalfVerbs = records.ReadTexts(),
                HouseholdEndings = records.ReadTexts(),
                CompanyWords = ReadPatterns(),
                CooperativeWords = ReadPatterns(),
                ForeignWords = ReadPatterns(),
            };

        private WordPatterns ReadPatterns() => WordPatterns.CreateChecked(records.ReadTexts());

        private LocalizedText ReadLocalizedText() => new(records.ReadText(), records.ReadText());

        private Dictionary<string, T> ReadDictionary<T>(Func<T> read)
        {
            var keys = records.ReadTexts();
            return keys.Zip(records.ReadList(read)).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
