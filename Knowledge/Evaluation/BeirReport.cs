using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>
/// Quality and speed of the search on a test set. Shares are in percent, areas under the curve 0 to 1, times in milliseconds.
/// </summary>
/// <param name="IndexBytes">The memory use of the index, without the texts of the passages.</param>
/// <param name="AurocCorrect">
/// The area under the ROC curve of the confidence for relevant against irrelevant first hits; null when there are only hits of one kind.
/// </param>
/// <param name="AurocAnswerable">
/// The same for queries whose passages were not excluded against those whose passages were; null when none were.
/// </param>
/// <param name="PrecisionAt80">
/// The share of relevant first hits among all queries that reach the confidence which 80 % of the answerable queries reach.
/// </param>
public sealed record BeirReport(
    int Docs,
    int Queries,
    double IndexSeconds,
    long IndexBytes,
    double Recall1,
    double Recall3,
    double Recall10,
    double Mrr10,
    double Ndcg10,
    double? AurocCorrect,
    double? AurocAnswerable,
    double PrecisionAt80,
    double P50Ms,
    double P95Ms,
    double P99Ms,
    double Qps
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            docs {Docs}, queries {Queries}, index {IndexSeconds:f2} s, {IndexBytes} bytes
            recall@1 {Recall1:f1}  recall@3 {Recall3:f1}  recall@10 {Recall10:f1}  mrr@10 {Mrr10:f1}  ndcg@10 {Ndcg10:f1}
            auroc correct {AurocCorrect:f3}  auroc answerable {AurocAnswerable:f3}  precision at 80 % {PrecisionAt80:f1}
            p50 {P50Ms:f3} ms  p95 {P95Ms:f3} ms  p99 {P99Ms:f3} ms  {Qps:f0} queries per second
            """
        );
}
