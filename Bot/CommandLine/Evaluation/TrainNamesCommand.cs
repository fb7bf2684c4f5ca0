using System.CommandLine;
using PolicyAssistantBot.Knowledge.Evaluation.Names;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>
/// <c>knowledge train names</c>: learns to recognise names of people, from the lists and templates in
/// <c>Knowledge/Language/Data</c> and from texts without names. Writes <c>names-model.tsv</c>; the same input gives the same file.
/// </summary>
internal static class TrainNamesCommand
{
    public static Command Create()
    {
        var plain = new Option<string[]>("--plain")
        {
            Description = "Texts without names: files or folders of .tsv (the last column) and .md (sentences).",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<FileInfo>("--out") { Description = "Write the weights to this file.", Required = true };
        var command = new Command("names", "Learn to recognise names of people, which are masked.") { plain, output };
        command.SetAction(parsed =>
        {
            try
            {
                var texts = parsed.GetValue(plain)!.SelectMany(ListFiles).SelectMany(ReadTexts);
                File.WriteAllLines(parsed.GetValue(output)!.FullName, NameModelFile.Create(texts));
                return 0;
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(exception.Message);
                return 2;
            }
        });
        return command;
    }

    private static IEnumerable<string> ListFiles(string path) =>
        File.Exists(path)
            ? [path]
            : Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".tsv" or ".md")
                .Order(StringComparer.Ordinal);

    private static IEnumerable<string> ReadTexts(string file) =>
        Path.GetExtension(file) == ".md"
            ? File.ReadLines(file).SelectMany(line => line.Split(". ")).Where(sentence => sentence.Length > 10)
            : File.ReadLines(file).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[^1]);
}
