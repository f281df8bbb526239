using System.Globalization;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

/// <summary>What a build keeps in memory of a source with many items.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Products = 150_000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_build_over_many_products_with_long_texts_does_not_keep_the_texts_on_the_heap()
    {
        WriteProducts();
        WriteReviews();

        // The texts are 115 MB in the file and twice that as objects; the runtime ends a process that asks for more than this.
        using var process = KillTests.Undisturbed.Start(
            ["build", "--source", $"amazon-reviews-2023={folder["raw"]}", "--out", folder["out"], "--memory", "256MB"], ("DOTNET_GCHeapHardLimit", "0x5000000"));
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
        Assert.NotEmpty(File.ReadLines(folder["out/instances/top-k.amazon-reviews-2023.train.jsonl"]));
    }

    private void WriteProducts()
    {
        Directory.CreateDirectory(folder["raw"]);
        using var file = new StreamWriter(folder["raw/meta_All_Beauty.jsonl"]);
        var (title, feature) = (string.Concat(Enumerable.Repeat("soap ", 36)), string.Concat(Enumerable.Repeat("feature ", 60)));
        for (var product = 0; product < Products; product++)
        {
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"parent_asin": "{{Id(product)}}", "title": "{{product}} {{title}}", "features": ["{{feature}}"], "price": null, "store": null, "categories": ["Beauty"]}"""));
        }
    }

    private void WriteReviews()
    {
        using var file = new StreamWriter(folder["raw/All_Beauty.jsonl"]);
        for (var user = 0; user < 300; user++)
        {
            for (var review = 0; review < 14; review++)
            {
                var product = ((user * 7919) + (review * 104_729)) % Products;
                file.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"user_id": "U{{user}}", "parent_asin": "{{Id(product)}}", "rating": 5.0, "timestamp": {{1_500_000_000_000 + review}}, "text": "It washes."}"""));
            }
        }
    }

    private static string Id(int product) => string.Create(CultureInfo.InvariantCulture, $"B0{product:X8}");
}
