using Itdr.Inference;
using Itdr.LLamaSharp.Tests.Gguf;

namespace Itdr.LLamaSharp.Tests;

/// <summary>Adapters of low rank on real llama.cpp.</summary>
public sealed class LoraTests(WrittenModel models) : IClassFixture<WrittenModel>
{
    private const string Prompt = "Rank movies: A, B";

    private static readonly string[] Titles = ["The Quiet Harbor", "Night Train", "Paper Boats", "A", "B"];

    [LlamaFact]
    public async Task An_adapter_changes_the_logits_and_without_it_they_are_those_of_the_model_bit_by_bit()
    {
        using var engine = await Models.LoadAsync(models.Plain);
        var tokens = Stepwise.Prompt(engine, Prompt);
        var plain = Stepwise.Logits(engine, tokens);
        engine.SetAdapters([new LoraSetting(models.Adapter)]);
        var adapted = Stepwise.Logits(engine, tokens);
        Assert.NotEqual(plain, adapted);
        engine.SetAdapters([new LoraSetting(models.Adapter, 0.5f)]);
        Assert.NotEqual(adapted, Stepwise.Logits(engine, tokens));
        engine.SetAdapters([new LoraSetting(models.Adapter, 0)]);
        Assert.Equal(plain, Stepwise.Logits(engine, tokens));
        engine.SetAdapters([]);
        Assert.Equal(plain, Stepwise.Logits(engine, tokens));
    }

    [LlamaFact]
    public async Task Adapters_are_swapped_and_added_up()
    {
        using var engine = await Models.LoadAsync(models.Plain, options => options.Adapters.Add(new LoraSetting(models.Adapter)));
        var tokens = Stepwise.Prompt(engine, Prompt);
        var first = Stepwise.Logits(engine, tokens);
        engine.SetAdapters([new LoraSetting(models.OtherAdapter)]);
        var second = Stepwise.Logits(engine, tokens);
        engine.SetAdapters([new LoraSetting(models.Adapter), new LoraSetting(models.OtherAdapter)]);
        var both = Stepwise.Logits(engine, tokens);
        engine.SetAdapters([new LoraSetting(models.Adapter)]);
        Assert.Equal(first, Stepwise.Logits(engine, tokens));
        Assert.NotEqual(first, second);
        Assert.NotEqual(first, both);
        Assert.NotEqual(second, both);
    }

    [LlamaFact]
    public async Task After_a_swap_nothing_in_the_cache_is_used_again()
    {
        var engine = await Models.LoadAsync(models.Plain);
        await using var host = new EngineHost(engine);
        var prompt = new EnginePrompt(Prompt, Prompt.Length - 1);
        var plain = await host.ScoreAsync(prompt, Titles);
        await host.ScoreAsync(prompt, Titles);
        await host.SetAdaptersAsync(engine, [new LoraSetting(models.Adapter)]);
        var adapted = await host.ScoreAsync(prompt, Titles);
        Assert.Equal(0, adapted.Usage.ReusedTokens);
        Assert.NotEqual(plain.LogLikelihoods.ToArray(), adapted.LogLikelihoods.ToArray());
        await host.SetAdaptersAsync(engine, []);
        Assert.Equal(plain.LogLikelihoods.ToArray(), (await host.ScoreAsync(prompt, Titles)).LogLikelihoods.ToArray());
    }

    [LlamaFact]
    public async Task A_swap_waits_for_running_calls_and_later_calls_wait_for_it()
    {
        var engine = await Models.LoadAsync(models.Plain);
        await using var host = new EngineHost(engine, new EngineHostOptions { Lanes = 2 });
        var plain = (await host.ScoreAsync(Prompt, Titles)).LogLikelihoods.ToArray();
        var before = Enumerable.Range(0, 6).Select(_ => host.ScoreAsync(Prompt, Titles)).ToArray();
        var swap = host.SetAdaptersAsync(engine, [new LoraSetting(models.Adapter)]);
        var after = Enumerable.Range(0, 6).Select(_ => host.ScoreAsync(Prompt, Titles)).ToArray();
        await Task.WhenAll([.. before, swap, .. after]);
        var adapted = (await after[0]).LogLikelihoods.ToArray();
        foreach (var call in before)
        {
            Assert.Equal(plain[0], (await call).LogLikelihoods[0], 1e-3);
        }

        Assert.All(after, call => Assert.Equal(adapted[0], call.Result.LogLikelihoods[0], 1e-3));
        Assert.True(Math.Abs(plain[0] - adapted[0]) > 1e-2);
    }

    [LlamaFact]
    public async Task A_file_that_is_no_adapter_for_the_model_is_refused_and_the_adapters_stay()
    {
        using var engine = await Models.LoadAsync(models.Plain, options => options.Adapters.Add(new LoraSetting(models.Adapter)));
        var tokens = Stepwise.Prompt(engine, Prompt);
        var adapted = Stepwise.Logits(engine, tokens);
        var text = models.File("no-adapter.txt");
        await File.WriteAllTextAsync(text, "not a GGUF file");
        Refused(LLamaSharpError.NotGguf, text, "not a GGUF file");
        Refused(LLamaSharpError.FileMissing, models.File("absent.gguf"), "no file");
        Refused(LLamaSharpError.NotAnAdapter, models.Plain, "it is a 'model'");
        Refused(LLamaSharpError.OtherModel, RandomLlama.Tiny.WriteAdapter(models.File("qwen.gguf"), architecture: "qwen2"), "qwen2");
        Refused(LLamaSharpError.OtherModel, (RandomLlama.Tiny with { Width = 32 }).WriteAdapter(models.File("narrow.gguf")), "32 × 32");
        Refused(LLamaSharpError.OtherModel, (RandomLlama.Tiny with { Layers = 3 }).WriteAdapter(models.File("deep.gguf")), "blk.2.");
        engine.Truncate(0, 0);
        Assert.Equal(adapted, Stepwise.Logits(engine, tokens));

        void Refused(LLamaSharpError error, string path, string part)
        {
            var refused = Assert.Throws<LLamaSharpException>(() => engine.SetAdapters([new LoraSetting(path)]));
            Assert.Equal(error, refused.Error);
            Assert.Contains(part, refused.Message, StringComparison.Ordinal);
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        }
    }

    [LlamaFact]
    public async Task The_hashes_of_the_templates_are_those_of_the_adapter_before_those_of_the_model()
    {
        var model = (RandomLlama.Tiny with { Metadata = new Dictionary<string, string> { ["itdr.template.top-k"] = "old", ["itdr.template.next-item"] = "kept" } })
            .Write(models.File("named.gguf"), Models.Vocabulary);
        var adapter = RandomLlama.Tiny.WriteAdapter(models.File("named-adapter.gguf"), metadata: new Dictionary<string, string> { ["itdr.template.top-k"] = "new" });
        using var engine = await Models.LoadAsync(model, options => options.Adapters.Add(new LoraSetting(adapter)));
        Assert.Equal("new", engine.TemplateHashes["top-k"]);
        Assert.Equal("kept", engine.TemplateHashes["next-item"]);
        engine.SetAdapters([]);
        Assert.Equal("old", engine.TemplateHashes["top-k"]);
    }
}
