using PolicyAssistantBot.Benchmarks;

switch (args)
{
    case ["beir", _, ..]:
        BeirCommand.Run(args[1..]);
        break;
    default:
        Console.WriteLine("usage: dotnet run -c Release --project Tests/Benchmarks -- beir DIR [--queries FILE] [--lang vi|en|auto] [--removed 0.5] [--json]");
        break;
}
