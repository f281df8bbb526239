using System.Globalization;
using System.Text;
using System.Text.Json;
using Itdr.Evaluation;

namespace Itdr.Benchmarks.Metrics;

/// <summary>
/// Times BLEU-1/2 and ROUGE-1/2/L over 10,000 pairs of 250 words and leaves the pairs in a file, over which
/// <c>python_metrics.py</c> times NLTK and rouge_score; see README.md. Both take the time of the processor, since other work on
/// the machine would stretch the time of the clock.
/// </summary>
internal static class MeasureMetrics
{
    public const string Name = "measure-metrics";

    private const int Pairs = 10_000;
    private const int Words = 250;
    private const int Vocabulary = 4_000;

    public static int Run(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine($"Say where the pairs go: {Name} FILE.jsonl");
            return 2;
        }

        var pairs = Invent();
        Write(pairs, args[1]);
        TextMetric[] metrics = [.. new[] { "bleu-1", "bleu-2", "rouge-1", "rouge-2", "rouge-l" }.Select(static name => (TextMetric)MetricCatalog.Create(name, MetricPreset.Paper))];

        // The first pass is for the compiler.
        foreach (var pass in new[] { "warm-up", "measured" })
        {
            foreach (var metric in metrics)
            {
                Report(pass, metric.Name, [metric], pairs);
            }

            Report(pass, "BLEU-1 and 2", metrics[..2], pairs);
            Report(pass, "ROUGE-1, 2 and L", metrics[2..], pairs);
            Report(pass, "all five together", metrics, pairs);
        }

        return 0;
    }

    private static void Report(string pass, string name, TextMetric[] metrics, List<(string Prediction, string Reference)> pairs)
    {
        var texts = new TextPair();
        var sum = 0.0;
        var before = Environment.CpuUsage.TotalTime;
        foreach (var (prediction, reference) in pairs)
        {
            texts.Load(prediction, reference);
            foreach (var metric in metrics)
            {
                sum += metric.Score(texts);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pass,-9} {name,-18} {(Environment.CpuUsage.TotalTime - before).TotalMicroseconds / pairs.Count,9:F1} µs a pair, mean {sum / pairs.Count:F12}"));
    }

    private static List<(string Prediction, string Reference)> Invent()
    {
        var random = new SeededRandom(250);
        var pairs = new List<(string, string)>(Pairs);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var reference = Enumerable.Range(0, Words).Select(_ => Word(random)).ToArray();

            // Two words of three stand where they stand in the reference.
            var prediction = reference.Select(word => random.Index(3) == 0 ? Word(random) : word);
            pairs.Add((string.Join(' ', prediction), string.Join(' ', reference)));
        }

        return pairs;
    }

    private static string Word(SeededRandom random)
    {
        // The product of two draws makes some words common and most of them rare.
        var rank = random.Index(Vocabulary) * (long)random.Index(Vocabulary) / Vocabulary;
        return $"{(rank % 7 == 0 ? "W" : "w")}ord{rank.ToString(CultureInfo.InvariantCulture)}{(rank % 11 == 0 ? "." : "")}";
    }

    private static void Write(List<(string Prediction, string Reference)> pairs, string path)
    {
        using var file = File.Create(path);
        foreach (var (prediction, reference) in pairs)
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartArray();
                json.WriteStringValue(prediction);
                json.WriteStringValue(reference);
                json.WriteEndArray();
            }

            file.Write(Encoding.UTF8.GetBytes("\n"));
        }
    }
}
