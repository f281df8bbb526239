using System.Text.Json;
using Itdr.Subtasks;
using Itdr.Testing.Chat;
using Microsoft.Extensions.AI;
using OllamaSharp;

namespace Itdr.Inference.Tests.Chat;

/// <summary>What goes over the wire, byte for byte.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task The_user_turn_is_instruction_line_break_prompt_and_nothing_else_is_said()
    {
        await using var server = await ChatServerDouble.SayingAsync("1. Heat\n2. Ronin");
        var task = ChatTasks.Rank("Ronin", "Heat");
        var result = await ChatTasks.Recommender(server).RankAsync(task);
        Assert.Equal(["Heat", "Ronin"], result.Value.Ranking.Select(static item => item.Title));
        Assert.Same(task.Candidates[1], result.Value.Ranking[0]);
        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /v1/chat/completions", $"{request.Method} {request.Path}");
        Assert.Equal($"Bearer {ChatTasks.Key}", request.Headers["Authorization"]);
        var turn = JsonEncodedText.Encode($"{TopKRecommendation.Descriptor.Instruction}\n{task.ToPrompt()}", System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Assert.Equal($$"""{"temperature":0,"messages":[{"role":"user","content":"{{turn}}"}],"model":"m"}""", request.Text);
    }

    [Fact]
    public async Task A_system_message_a_seed_and_a_bound_are_sent_if_asked_for()
    {
        await using var server = await ChatServerDouble.SayingAsync("Heat");
        await ChatTasks.Recommender(server, static options =>
        {
            options.SystemMessage = "Be brief.";
            options.Seed = 7;
            options.MaxOutputTokens = 99;
            options.Temperature = null;
        }).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        var json = server.Requests[0].Json;
        Assert.Equal("system", json.GetProperty("messages")[0].GetProperty("role").GetString());
        Assert.Equal("Be brief.", server.Requests[0].Message(0));
        Assert.Equal(7, json.GetProperty("seed").GetInt32());
        Assert.Equal(99, json.GetProperty("max_completion_tokens").GetInt32());
        Assert.False(json.TryGetProperty("temperature", out _));
    }

    [Theory]
    [InlineData(ChatServer.LlamaServer, AnswerForm.Grammar, "grammar")]
    [InlineData(ChatServer.VllmGuided, AnswerForm.Grammar, "guided_grammar")]
    [InlineData(ChatServer.Vllm, AnswerForm.Grammar, "structured_outputs.grammar")]
    [InlineData(ChatServer.VllmGuided, AnswerForm.Regex, "guided_regex")]
    [InlineData(ChatServer.Vllm, AnswerForm.Regex, "structured_outputs.regex")]
    [InlineData(ChatServer.LlamaServer, AnswerForm.Choice, "grammar")]
    [InlineData(ChatServer.Vllm, AnswerForm.Choice, "structured_outputs.grammar")]
    public async Task A_ranking_is_constrained_in_the_field_that_the_server_reads(ChatServer kind, AnswerForm form, string field)
    {
        await using var server = await ChatServerDouble.SayingAsync("1. \"Heat\"\n2. Ronin");
        var task = ChatTasks.Rank("Ronin", "\"Heat\"");
        var result = await Ask(server, kind, form).RankAsync(task);
        Assert.Empty(result.Repairs);
        var constraint = TopKRecommendation.Constrain(task);
        Assert.Equal(form == AnswerForm.Regex ? constraint.ToRegex() : constraint.ToGbnf(), Field(server, field).GetString());
        Assert.Equal(4, server.Requests[0].Json.EnumerateObject().Count());
    }

    [Theory]
    [InlineData(ChatServer.Vllm, "structured_outputs.choice")]
    [InlineData(ChatServer.VllmGuided, "guided_choice")]
    public async Task A_choice_is_a_list_of_texts_for_a_server_that_takes_one(ChatServer kind, string field)
    {
        await using var server = await ChatServerDouble.SayingAsync("Amélie");
        var result = await Ask(server, kind, AnswerForm.Choice).RecommendNextAsync(ChatTasks.Next("Amélie", "Ronin"));
        Assert.Equal("Amélie", result.Value.Choice.Title);
        Assert.Equal(["Amélie", "Ronin"], Field(server, field).EnumerateArray().Select(static text => text.GetString()!));
    }

    [Theory]
    [InlineData(ChatServer.LlamaServer, "json_schema")]
    [InlineData(ChatServer.Ollama, "response_format.json_schema.schema")]
    public async Task A_schema_travels_whole_and_its_answer_is_read_as_json(ChatServer kind, string field)
    {
        await using var server = await ChatServerDouble.SayingAsync("""{ "ranking": ["Heat", "Ronin"] }""");
        var task = ChatTasks.Rank("Ronin", "Heat");
        var result = await Ask(server, kind, AnswerForm.JsonSchema).RankAsync(task);
        Assert.Equal(["Heat", "Ronin"], result.Value.Ranking.Select(static item => item.Title));
        Assert.Empty(result.Repairs);
        var sent = Field(server, field);
        Assert.True(JsonElement.DeepEquals(TopKRecommendation.Constrain(task).ToJsonSchema(), sent), sent.GetRawText());
    }

    [Theory]
    [InlineData(ChatServer.Vllm)]
    [InlineData(ChatServer.VllmGuided)]
    public async Task A_schema_for_vLLM_lacks_the_one_keyword_for_which_it_refuses_a_request(ChatServer kind)
    {
        await using var server = await ChatServerDouble.SayingAsync("""{ "ranking": ["Heat", "Ronin"] }""");
        var task = ChatTasks.Rank("Ronin", "Heat");
        var result = await Ask(server, kind, AnswerForm.JsonSchema).RankAsync(task);
        Assert.True(result.Succeeded);
        var expected = TopKRecommendation.Constrain(task).ToJsonSchema().GetRawText().Replace(",\"uniqueItems\":true", "", StringComparison.Ordinal);
        var sent = Field(server, "response_format.json_schema.schema");
        Assert.Equal(expected, sent.GetRawText());
        Assert.DoesNotContain("uniqueItems", sent.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_the_older_name_of_the_bound_alone_gets_it_as_well()
    {
        await using var server = await ChatServerDouble.SayingAsync("Heat");
        await ChatTasks.Recommender(server, static options =>
        {
            options.Server = ChatServer.Ollama;
            options.MaxOutputTokens = 9;
        }).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal(9, Field(server, "max_tokens").GetInt32());
    }

    [Fact]
    public async Task OpenAI_gets_a_strict_schema_without_the_keywords_that_it_refuses()
    {
        await using var server = await ChatServerDouble.SayingAsync("""{"ranking":["Heat","Ronin"]}""");
        var result = await Ask(server, ChatServer.OpenAI, AnswerForm.JsonSchema).RankAsync(ChatTasks.Rank("Ronin", "Heat"));
        Assert.True(result.Succeeded);
        Assert.True(Field(server, "response_format.json_schema.strict").GetBoolean());
        var ranking = Field(server, "response_format.json_schema.schema.properties.ranking");
        Assert.False(ranking.TryGetProperty("uniqueItems", out _));
        Assert.Equal(["Ronin", "Heat"], ranking.GetProperty("items").GetProperty("enum").EnumerateArray().Select(static text => text.GetString()!));
    }

    [Fact]
    public async Task Ollama_on_its_own_address_gets_the_schema_as_format()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Raw(
            context, 200, """{"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"{\"ranking\":[\"Heat\",\"Ronin\"]}"},"done":true,"done_reason":"stop","prompt_eval_count":3,"eval_count":4}""" + "\n", "application/x-ndjson"));
        using var client = new OllamaApiClient(new Uri(server.Address, "/"), "m");
        var task = ChatTasks.Rank("Ronin", "Heat");
        var result = await new ChatRecommender(client, new ChatRecommenderOptions { Server = ChatServer.Ollama, Form = AnswerForm.JsonSchema }).RankAsync(task);
        Assert.Equal("Heat", result.Value.Ranking[0].Title);
        Assert.Equal("/api/chat", server.Requests[0].Path);
        Assert.True(JsonElement.DeepEquals(TopKRecommendation.Constrain(task).ToJsonSchema(), Field(server, "format")));
    }

    [Fact]
    public async Task Another_client_finds_the_field_among_the_additional_properties()
    {
        ChatOptions? seen = null;
        using var client = new ClientDouble((_, options) =>
        {
            seen = options;
            return "1. Heat\n2. Ronin";
        });
        var task = ChatTasks.Rank("Ronin", "Heat");
        await new ChatRecommender(client, new ChatRecommenderOptions { Server = ChatServer.LlamaServer, Form = AnswerForm.Grammar }).RankAsync(task);
        Assert.Equal(TopKRecommendation.Constrain(task).ToGbnf(), ((JsonElement)seen!.AdditionalProperties!["grammar"]!).GetString());
        Assert.Null(seen.RawRepresentationFactory!(client));
    }

    [Fact]
    public async Task A_whole_address_is_taken_as_well()
    {
        await using var server = await ChatServerDouble.SayingAsync("Heat");
        await ChatTasks.Recommender(server, endpoint: options => options.Address = new Uri($"{server.Address}/chat/completions")).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal("/v1/chat/completions", server.Requests[0].Path);
    }

    [Fact]
    public async Task What_an_answer_took_is_told()
    {
        await using var server = await ChatServerDouble.SayingAsync("Heat");
        var result = await ChatTasks.Recommender(server).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal((30, 20, 7, 0), (result.Usage!.InputTokens, result.Usage.CachedInputTokens, result.Usage.OutputTokens, result.Usage.Reasked));
        Assert.True(result.Usage.Elapsed > TimeSpan.Zero);
    }

    private static ChatRecommender Ask(ChatServerDouble server, ChatServer kind, AnswerForm form) => ChatTasks.Recommender(server, options =>
    {
        options.Server = kind;
        options.Form = form;
    });

    private static JsonElement Field(ChatServerDouble server, string path) =>
        path.Split('.').Aggregate(server.Requests[0].Json, static (json, name) => json.GetProperty(name));
}
