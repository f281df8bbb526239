using System.Text;
using System.Text.Json;
using Itdr.Inference;
using Itdr.Subtasks;
using Microsoft.Extensions.AI;

namespace Itdr.LLamaSharp.Tests;

/// <summary>The chat client over a model in process, on real llama.cpp with a model of random weights.</summary>
public sealed class ChatClientTests(WrittenModel models) : IClassFixture<WrittenModel>
{
    private const string Question = "Which movies are on to Night?";

    [LlamaFact]
    public async Task An_answer_is_what_the_model_writes_token_by_token()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var answer = await chat.GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 40 });
        using var engine = await Models.LoadAsync(models.Chat);
        var prompt = Stepwise.Prompt(engine, Question);
        Assert.Equal(Greedy(engine, prompt, 40), answer.Text);
        Assert.Equal(prompt.Count, answer.Usage!.InputTokenCount);
        Assert.Equal(40, answer.Usage.OutputTokenCount);
        Assert.Equal(prompt.Count + 40, answer.Usage.TotalTokenCount);
        Assert.Equal(ChatFinishReason.Length, answer.FinishReason);
        Assert.Equal("chat.gguf", answer.ModelId);
    }

    [LlamaFact]
    public async Task A_stop_sequence_ends_the_answer_and_is_no_part_of_it_streamed_or_not()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var options = new ChatOptions { MaxOutputTokens = 60, Temperature = 1, Seed = 3 };
        var whole = (await chat.GetResponseAsync(Question, options)).Text;
        var stop = whole[20..23];
        options.StopSequences = [stop, "never written"];
        var cut = await chat.GetResponseAsync(Question, options);
        Assert.Equal(whole[..whole.IndexOf(stop, StringComparison.Ordinal)], cut.Text);
        Assert.Equal(ChatFinishReason.Stop, cut.FinishReason);
        Assert.Equal(cut.Text, (await chat.GetStreamingResponseAsync(Question, options).ToChatResponseAsync()).Text);
    }

    [LlamaFact]
    public async Task A_stream_brings_the_same_text_in_parts_and_ends_with_the_usage()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var options = new ChatOptions { MaxOutputTokens = 50, Temperature = 1.5f, TopP = 0.9f, Seed = 8 };
        var whole = await chat.GetResponseAsync(Question, options);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(Question, options))
        {
            updates.Add(update);
        }

        Assert.True(updates.Count > 10, $"There were {updates.Count} updates.");
        var streamed = updates.ToChatResponse();
        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.FinishReason, streamed.FinishReason);
        Assert.Equal(whole.Usage!.OutputTokenCount, streamed.Usage!.OutputTokenCount);
        Assert.Equal(whole.Usage.InputTokenCount, streamed.Usage.InputTokenCount);
    }

    [LlamaFact]
    public async Task The_json_response_format_gives_an_object_or_the_front_of_one_that_the_tokens_did_not_suffice_for()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var ended = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json, MaxOutputTokens = 300, Temperature = 4, Seed = seed };
            var answer = await chat.GetResponseAsync("Rank A, B:", options);
            Assert.StartsWith("{", answer.Text, StringComparison.Ordinal);
            if (answer.FinishReason == ChatFinishReason.Stop)
            {
                using var read = JsonDocument.Parse(answer.Text);
                Assert.Equal(JsonValueKind.Object, read.RootElement.ValueKind);
                ended++;
            }
        }

        Assert.InRange(ended, 1, 12);
    }

    [LlamaFact]
    public async Task A_json_schema_holds_the_answer_to_its_form_streamed_or_not()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var schema = JsonDocument.Parse("""{"type":"object","properties":{"mood":{"enum":["calm","wild"]},"stars":{"type":"integer","minimum":1,"maximum":5}},"required":["mood","stars"],"additionalProperties":false}""").RootElement;
        for (var seed = 0; seed < 8; seed++)
        {
            var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema), MaxOutputTokens = 300, Temperature = 3, Seed = seed };
            var answer = await chat.GetResponseAsync(Question, options);
            Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
            using var read = JsonDocument.Parse(answer.Text);
            Assert.Contains(read.RootElement.GetProperty("mood").GetString(), (string?[])["calm", "wild"]);
            Assert.InRange(read.RootElement.GetProperty("stars").GetInt32(), 1, 5);
            Assert.Equal(answer.Text, (await chat.GetStreamingResponseAsync(Question, options).ToChatResponseAsync()).Text);
        }
    }

    [LlamaFact]
    public async Task A_typed_call_over_it_is_answered_in_json_that_its_schema_holds()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var recommender = new ChatRecommender(chat, new ChatRecommenderOptions { Form = AnswerForm.JsonSchema, Server = ChatServer.OpenAI, MaxOutputTokens = 800 });
        var result = await recommender.RankAsync(new TopKRecommendation(ItemDomain.Movies, [], [new("A"), new("The Quiet Harbor"), new("Paper Boats")]));
        Assert.True(result.Succeeded, result.FailureMessage);
        Assert.Equal(3, result.Value.Ranking.Count);
    }

    [LlamaFact]
    public async Task Top_k_and_penalties_change_what_is_drawn_and_a_raw_representation_holds_where_options_are_not_set()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var warm = new ChatOptions { MaxOutputTokens = 40, Temperature = 2, Seed = 4 };
        var greedy = await TextAsync(new ChatOptions { MaxOutputTokens = 40 });
        Assert.NotEqual(greedy, await TextAsync(warm));
        warm.TopK = 1;
        Assert.Equal(greedy, await TextAsync(warm));
        Assert.NotEqual(greedy, await TextAsync(new ChatOptions { MaxOutputTokens = 40, FrequencyPenalty = 50 }));
        Assert.NotEqual(greedy, await TextAsync(new ChatOptions { MaxOutputTokens = 40, PresencePenalty = 50 }));
        var raw = new PlainTextOptions { MaxTokens = 40, Sampling = new SamplingOptions { Temperature = 2, Seed = 4, TopK = 1 } };
        Assert.Equal(greedy, await TextAsync(new ChatOptions { RawRepresentationFactory = _ => raw }));
        Assert.Equal(await TextAsync(new ChatOptions { MaxOutputTokens = 7 }), await TextAsync(new ChatOptions { RawRepresentationFactory = _ => raw, MaxOutputTokens = 7 }));
        Assert.Equal(greedy, await TextAsync(new ChatOptions { MaxOutputTokens = 40, ToolMode = ChatToolMode.Auto, AllowMultipleToolCalls = true, AllowBackgroundResponses = true, ResponseFormat = ChatResponseFormat.Text }));

        async Task<string> TextAsync(ChatOptions options) => (await chat.GetResponseAsync(Question, options)).Text;
    }

    [LlamaFact]
    public async Task Control_text_in_a_message_stays_text_and_earlier_messages_stand_in_the_models_template()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        ChatMessage[] messages = [new(ChatRole.User, "<|im_end|> A"), new(ChatRole.Assistant, "B</s>"), new(ChatRole.User, "<|im_start|>")];
        var options = new ChatOptions { Instructions = "Rank", MaxOutputTokens = 5 };
        var first = await chat.GetResponseAsync(messages, options);
        var frame = model.Engine.Chat.Around(["system", "user", "assistant", "user"], ["Rank", "<|im_end|> A", "B</s>"]);
        Assert.Equal(4, frame.BeforeUser.Count(static token => token == 259));
        Assert.Equal(3, frame.BeforeUser.Count(static token => token == 260));
        Assert.Equal(frame.BeforeUser.Length + Stepwise.Tokens(model.Engine, "<|im_start|>").Count + frame.AfterUser.Length, first.Usage!.InputTokenCount);

        // The next turn begins with what was decoded before.
        var next = await chat.GetResponseAsync([.. messages, .. first.Messages, new(ChatRole.User, "A")], options);
        Assert.True(next.Usage!.CachedInputTokenCount >= frame.BeforeUser.Length, $"{next.Usage.CachedInputTokenCount} tokens were used again.");
    }

    [LlamaFact]
    public async Task What_it_cannot_do_is_refused_and_not_ignored()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        ChatOptions[] refused =
        [
            new() { Tools = [AIFunctionFactory.Create(static () => 1, "one")] },
            new() { ToolMode = ChatToolMode.RequireAny },
            new() { ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 }) },
            new() { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High } },
            new() { RawRepresentationFactory = static _ => "something" },
            new() { ConversationId = "c" },
            new() { ModelId = "another" },
            new() { AdditionalProperties = new() { ["grammar"] = "root ::= \"a\"" } },
        ];
        foreach (var options in refused)
        {
            var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => chat.GetResponseAsync(Question, options));
            Assert.Contains("does not support", refusal.Message, StringComparison.Ordinal);
        }

        var pattern = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse("""{"type":"string","pattern":"a+"}""").RootElement) };
        Assert.Contains("pattern", (await Assert.ThrowsAsync<NotSupportedException>(() => chat.GetResponseAsync(Question, pattern))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => chat.GetResponseAsync(Question, new ChatOptions { TopK = 0 }));
        await Assert.ThrowsAsync<NotSupportedException>(() => chat.GetResponseAsync(new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])));
        await Assert.ThrowsAsync<ArgumentException>(() => chat.GetResponseAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => chat.GetResponseAsync(Question, new ChatOptions { StopSequences = [""] }));
        await Assert.ThrowsAsync<ArgumentException>(() => chat.GetResponseAsync(Question, new ChatOptions { TopP = 0 }));
    }

    [LlamaFact]
    public async Task Who_leaves_a_stream_or_cancels_a_call_leaves_the_model_free_for_others()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        var options = new ChatOptions { MaxOutputTokens = 1500, Temperature = 1, Seed = 1, ResponseFormat = ChatResponseFormat.Json };
        await foreach (var _ in chat.GetStreamingResponseAsync(Question, options))
        {
            break;
        }

        using var cancelling = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in chat.GetStreamingResponseAsync(Question, options, cancelling.Token))
            {
                await cancelling.CancelAsync();
            }
        });
        var short5 = await chat.GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 5 });
        Assert.Equal(5, short5.Usage!.OutputTokenCount);
    }

    [LlamaFact]
    public async Task Many_chats_at_once_each_get_their_own_answer_beside_typed_calls()
    {
        await using var model = await LoadAsync(new EngineHostOptions { Lanes = 4 });
        using var chat = new LLamaChatClient(model);
        var questions = Enumerable.Range(0, 12).Select(static number => $"A {number} Paper").ToArray();
        var options = new ChatOptions { MaxOutputTokens = 20 };
        var alone = new List<string>();
        foreach (var question in questions)
        {
            alone.Add((await chat.GetResponseAsync(question, options)).Text);
        }

        var together = await Task.WhenAll(questions.Select(question => chat.GetResponseAsync(question, options)));
        Assert.Equal(alone, together.Select(static answer => answer.Text));
        Assert.True(alone.Distinct().Count() > 1);
    }

    [LlamaFact]
    public async Task It_names_its_model_and_gives_what_it_works_on()
    {
        await using var model = await LoadAsync();
        using var chat = new LLamaChatClient(model);
        Assert.Equal("chat.gguf", chat.GetService<ChatClientMetadata>()!.DefaultModelId);
        Assert.Same(model, chat.GetService<IRecommender>());
        Assert.Same(chat, chat.GetService<IChatClient>());
        Assert.Null(chat.GetService<string>());
        Assert.Null(chat.GetService(typeof(IChatClient), "key"));
    }

    private async Task<LLamaSharpRecommender> LoadAsync(EngineHostOptions? sharing = null) => new(await Models.LoadAsync(models.Chat), sharing);

    private static string Greedy(LLamaTokenEngine engine, List<int> prompt, int count)
    {
        var all = prompt.ToList();
        var logits = Stepwise.Logits(engine, all);
        for (var step = 0; step < count; step++)
        {
            var best = Enumerable.Range(0, logits.Length).Where(token => !engine.Bytes(token).IsEmpty || engine.IsEnd(token)).MaxBy(token => logits[token]);
            Assert.False(engine.IsEnd(best), "The model ended its turn; take another question for this test.");
            all.Add(best);
            logits = Stepwise.Logits(engine, all, all.Count - 1);
        }

        // Bytes at the end that are the front of a character are no text.
        byte[] bytes = [.. all.Skip(prompt.Count).SelectMany(token => engine.Bytes(token).ToArray())];
        var text = new char[bytes.Length];
        return new string(text, 0, Encoding.UTF8.GetDecoder().GetChars(bytes, text, flush: false));
    }
}
