using System.Globalization;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

/// <summary>Every written form of a value is read back as that value, with and without marks, decomposed and in capitals.</summary>
public sealed class WrittenFormsTests
{
    private const int Seed = 20261122;
    private const int Values = 400;
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] English = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen"
    ).Split(' ');
    private static readonly string[] EnglishTens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    [Fact]
    public void Amounts_are_read_back_exactly()
    {
        var random = new Random(Seed);
        var (forms, wrong) = (0, new List<string>());
        for (var i = 0; i < Values; i++)
        {
            // Up to 999.99 billion, in steps of ten million.
            var value = random.Next(1, i % 2 == 0 ? 300 : 99_999) * 10_000_000m;
            foreach (var form in AmountForms(value).SelectMany(Typings))
            {
                forms++;
                if (QuantityReader.ReadSureAmount(form) != value)
                {
                    wrong.Add($"{form}: {QuantityReader.ReadAmount(form)?.Value}, not {value}");
                }
            }
        }

        Assert.InRange(forms, 3_000, int.MaxValue);
        Assert.Empty(wrong.Take(40));
    }

    [Fact]
    public void Numbers_of_people_are_read_back_exactly()
    {
        var wrong =
            from value in Enumerable.Range(1, 999)
            from form in new[]
            {
                $"{value} người",
                $"{value} employees",
                $"{VietnameseWords(value)} lao động",
                $"{EnglishWords(value)} people",
                $"khoảng {value} nhân viên",
            }.SelectMany(Typings)
            where QuantityReader.ReadSureCount(form) != value
            select $"{form}: {QuantityReader.ReadCount(form)?.Value}, not {value}";

        Assert.Empty(wrong.Take(40));
    }

    private static IEnumerable<string> AmountForms(decimal value)
    {
        var (billions, millions) = ((int)(value / 1_000_000_000), (int)(value % 1_000_000_000 / 1_000_000));
        var vi = CultureInfo.GetCultureInfo("vi-VN");
        yield return value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.') + " đồng";
        yield return value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ') + " đồng";
        yield return value.ToString("#,0", CultureInfo.InvariantCulture) + " VND";
        yield return value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\'') + " đồng";
        yield return value.ToString("0", CultureInfo.InvariantCulture);
        yield return $"{(value / 1_000_000_000).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',')} tỷ";
        yield return $"{(value / 1_000_000_000).ToString("0.##", CultureInfo.InvariantCulture)}bn";
        yield return $"{(value / 1_000_000_000).ToString("0.##", CultureInfo.InvariantCulture)} billion dong";
        if (billions > 0 && millions > 0)
        {
            yield return $"{billions} tỷ {millions} triệu";
            yield return $"{billions} tỷ {millions:000}";
            yield return $"{billions}tỷ{millions.ToString("000", vi).TrimEnd('0')}";
            yield return $"{VietnameseWords(billions)} tỷ {VietnameseWords(millions)} triệu";
            yield return $"{EnglishWords(billions)} billion {EnglishWords(millions)} million dong";
        }
        else if (billions > 0)
        {
            yield return $"{VietnameseWords(billions)} tỷ đồng";
            yield return $"{EnglishWords(billions)} billion";
        }
        else
        {
            yield return $"{millions}tr";
            yield return $"{millions} củ";
            yield return $"{VietnameseWords(millions)} triệu";
            yield return $"{EnglishWords(millions)} million";
        }

        if (millions == 500 && billions > 0)
        {
            yield return $"{billions} tỷ rưỡi";
            yield return $"{VietnameseWords(billions)} tỷ rưỡi";
        }
    }

    private static IEnumerable<string> Typings(string form)
    {
        yield return form;
        yield return VietnameseText.Fold(form);
        yield return form.Normalize(System.Text.NormalizationForm.FormD);
        if (!form.Contains("bn", StringComparison.Ordinal))
        {
            yield return form.ToUpperInvariant();
        }
    }

    private static string VietnameseWords(int value)
    {
        var (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10);
        var words = new List<string>();
        if (hundreds > 0)
        {
            words.Add($"{Digits[hundreds]} trăm");
        }

        if (tens == 0 && ones > 0 && hundreds > 0)
        {
            words.Add("linh");
        }
        else if (tens == 1)
        {
            words.Add("mười");
        }
        else if (tens > 1)
        {
            words.Add($"{Digits[tens]} mươi");
        }

        if (ones > 0)
        {
            words.Add(
                (tens, ones) switch
                {
                    (> 1, 1) => "mốt",
                    (> 0, 5) => "lăm",
                    _ => Digits[ones],
                }
            );
        }

        return string.Join(' ', words);
    }

    private static string EnglishWords(int value) =>
        value >= 100 ? $"{English[value / 100]} hundred{(value % 100 == 0 ? "" : " and " + EnglishWords(value % 100))}"
        : value < 20 ? English[value]
        : EnglishTens[value / 10] + (value % 10 == 0 ? "" : "-" + English[value % 10]);
}
