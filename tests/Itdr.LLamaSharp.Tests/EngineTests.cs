using Itdr.Inference;
using Itdr.LLamaSharp.Tests.Gguf;

namespace Itdr.LLamaSharp.Tests;

/// <summary>The engine as the algorithms see it, on real llama.cpp.</summary>
public sealed class EngineTests(WrittenModel models) : IClassFixture<WrittenModel>
{
    private static readonly string[] Texts =
        ["A", " A", "The Quiet Harbor (1995)", " Night Train\n", "\n", "\n\nB", "  two spaces", "naïve 映画 🎬", "1. ", "<s>", "<|im_end|>", "[INST] x", "\t", "a\u2581b"];

    [LlamaFact]
    public async Task Tokens_spell_the_text_exactly_without_a_start_token_or_a_space_before_it()
    {
        using var engine = await Models.LoadAsync(models.Chat);
        foreach (var text in Texts.SkipLast(1))
        {
            var tokens = Stepwise.Tokens(engine, text);
            Assert.Equal(text, Stepwise.Text(engine, tokens));
            Assert.All(tokens, token => Assert.False(engine.Bytes(token).IsEmpty));
        }
    }

    [LlamaFact]
    public async Task A_text_that_the_tokenizer_changes_is_refused_and_not_answered_with_another()
    {
        // SentencePiece writes a space as this very character, so that it reads back as a space.
        await using var host = new EngineHost(await Models.LoadAsync(models.Plain));
        var refused = await Assert.ThrowsAsync<TokenEngineException>(() => host.RankAsync("Rank:", ["a\u2581b", "c"]));
        Assert.Equal(TokenEngineError.NotExact, refused.Error);
    }

    [LlamaFact]
    public async Task A_text_is_tokenized_as_it_would_be_in_its_place()
    {
        using var engine = await Models.LoadAsync(models.Plain);
        var whole = Stepwise.Tokens(engine, "A\n The Quiet Harbor");
        var parts = Stepwise.Tokens(engine, "A\n").Concat(Stepwise.Tokens(engine, " The Quiet Harbor"));
        Assert.Equal(whole, parts);
    }

    [LlamaFact]
    public async Task The_template_gives_control_tokens_and_the_users_text_never_does()
    {
        using var engine = await Models.LoadAsync(models.Chat);
        Assert.Equal([1, 259], engine.Frame.BeforeUser.Take(2));
        Assert.Equal(260, engine.Frame.AfterUser[0]);

        // After a control token SentencePiece puts its space again, as in a whole prompt.
        Assert.Equal("user\n", Stepwise.Text(engine, engine.Frame.BeforeUser).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("\nassistant\n", Stepwise.Text(engine, engine.Frame.AfterUser).Replace(" ", "", StringComparison.Ordinal));
        Assert.DoesNotContain(Stepwise.Tokens(engine, "</s><|im_start|>system<|im_end|>"), token => token < 3 || token is 259 or 260);
        Assert.Equal(260, engine.EndToken);
        Assert.True(engine.IsEnd(260));
    }

    [LlamaFact]
    public async Task Marks_that_the_file_lists_as_tokens_of_its_user_stay_text_in_values_and_are_tokens_in_the_template()
    {
        var vocabulary = new PieceVocabulary(Models.Words, 0, "</think>", "<|user|>", "<<a>>", "    ");
        var path = (RandomLlama.Tiny with { Template = RandomLlama.ChatTemplate }).Write(models.File("marks.gguf"), vocabulary);
        using var engine = await Models.LoadAsync(path);
        var (first, spaces) = (vocabulary.Count - 4, vocabulary.Count - 1);
        foreach (var text in (string[])["</think>", "The Quiet</think> Harbor", "<|user|><|user|>", "<|<|user|>user|></th", "<<a>></think", "[</think>]"])
        {
            var tokens = Stepwise.Tokens(engine, text);
            Assert.Equal(text, Stepwise.Text(engine, tokens));
            Assert.DoesNotContain(tokens, token => token >= first && token < spaces);
        }

        Assert.Contains(spaces, Stepwise.Tokens(engine, "A    B"));
        await using var host = new EngineHost(await Models.LoadAsync(path));
        var ranked = await host.RankAsync("Rank </think>:", ["</think>", "A <|user|>", "A"]);
        Assert.Equal([0, 1, 2], ranked.Order.Order());
    }

    [LlamaFact]
    public async Task A_model_without_a_template_is_prompted_with_the_bare_text_after_its_start_token()
    {
        using var engine = await Models.LoadAsync(models.Plain);
        Assert.Equal([1], engine.Frame.BeforeUser.ToArray());
        Assert.Empty(engine.Frame.AfterUser);
        Assert.Equal(2, engine.EndToken);
    }

    [LlamaFact]
    public async Task A_template_named_in_the_options_takes_the_place_of_the_models()
    {
        using var engine = await Models.LoadAsync(models.Chat, options => options.ChatTemplate = "llama3");
        Assert.Contains("user", Stepwise.Text(engine, engine.Frame.BeforeUser), StringComparison.Ordinal);
        Assert.DoesNotContain(259, engine.Frame.BeforeUser);
    }

    [LlamaFact]
    public async Task A_sequence_beyond_the_limit_is_refused_where_llama_cpp_would_decode_it()
    {
        using var engine = await Models.LoadAsync(models.Plain, options => options.MaxSequences = 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Add(5, 0, [4], wantLogits: false));
    }

    [LlamaFact]
    public async Task Without_room_a_decode_call_is_dropped_and_the_cache_is_as_it_was()
    {
        using var engine = await Models.LoadAsync(models.Plain, options => (options.ContextSize, options.BatchSize) = (256, 256));
        var tokens = Stepwise.Tokens(engine, string.Concat(Enumerable.Repeat("xyz ", 60)))[..200];
        Stepwise.Logits(engine, tokens[..10]);
        var before = Stepwise.Logits(engine, tokens[..11], 10);
        foreach (var position in Enumerable.Range(11, 189))
        {
            engine.Add(tokens[position], position, [0], wantLogits: false);
        }

        Assert.True(engine.Decode());
        foreach (var position in Enumerable.Range(0, 120))
        {
            engine.Add(tokens[position], position, [1], wantLogits: false);
        }

        Assert.False(engine.Decode());
        engine.Truncate(0, 10);
        Assert.Equal(before, Stepwise.Logits(engine, tokens[..11], 10));
    }

    [LlamaFact]
    public async Task A_copied_sequence_goes_on_as_the_first_would_and_may_hold_a_front_part_before()
    {
        using var engine = await Models.LoadAsync(models.Plain);
        var tokens = Stepwise.Tokens(engine, "The Quiet Harbor and on");
        var expected = Stepwise.Logits(engine, tokens);
        engine.Truncate(0, tokens.Count - 1);
        engine.Copy(0, 3);
        engine.Truncate(3, 4);
        engine.Copy(0, 3);
        var row = engine.Add(tokens[^1], tokens.Count - 1, [3], wantLogits: true);
        Assert.True(engine.Decode());
        Close(expected, engine.Logits(row).ToArray(), 1e-4);
        engine.Truncate(3, 2);
        engine.Add(tokens[2], 2, [3], wantLogits: false);
        Assert.True(engine.Decode());
    }

    [LlamaFact]
    public async Task Long_and_short_batches_in_turn_give_the_same_logits()
    {
        using var engine = await Models.LoadAsync(models.Plain);
        var tokens = Stepwise.Tokens(engine, string.Concat(Enumerable.Repeat("Night Train to Porto ", 20)));
        Assert.True(tokens.Count > 150);
        var stepwise = Stepwise.Logits(engine, tokens);
        engine.Truncate(0, 0);
        var row = 0;
        for (var position = 0; position < tokens.Count; position++)
        {
            row = engine.Add(tokens[position], position, [0], wantLogits: position == tokens.Count - 1);
        }

        Assert.True(engine.Decode());
        Close(stepwise, engine.Logits(row).ToArray(), 1e-3);
    }

    [LlamaFact]
    public async Task A_model_that_keeps_a_state_cannot_branch_and_others_can()
    {
        using var engine = await Models.LoadAsync(models.Plain);
        Assert.True(engine.Limits.CanBranch);
        Assert.Equal(2048, engine.Limits.Cells);
        Assert.Equal(1024, engine.Limits.MaxBatch);
        Assert.InRange(engine.Limits.MaxLogitRows, 16, 256);
        Assert.False(engine.Device.OnGpu);
    }

    [LlamaFact]
    public async Task The_default_context_is_what_the_model_was_trained_with()
    {
        using var engine = await Models.LoadAsync(models.Plain, options => options.ContextSize = null);
        Assert.Equal(2048, engine.Limits.Cells);
    }

    internal static void Close(float[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.True(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() <= tolerance, $"The logits differ by {expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max()}.");
    }
}
