Console.WriteLine("usage: dotnet run -c Release --project Tests/Benchmarks -- <benchmark>");
