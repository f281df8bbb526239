using Itdr.Subtasks;
using Itdr.Testing.Chat;
using Microsoft.AspNetCore.Http;

namespace Itdr.Inference.Tests.Chat;

/// <summary>Servers that say in ways of their own that something is wrong, or whose replies the OpenAI library cannot read.</summary>
public sealed class StrangeServerTests
{
    private const string Chunk = """data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"1. Heat\n2. Ro"},"finish_reason":null}]}""";

    [Theory]
    [InlineData("\"stop\"", "\"abort\"")]
    [InlineData("\"stop\"", "null")]
    [InlineData("30,", "\"thirty\",")]
    [InlineData("\"created\":1", "\"created\":1.5")]
    public async Task A_reply_that_the_library_cannot_read_is_a_typed_failure(string what, string instead)
    {
        await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Raw(context, 200, Reply.Completion("Heat").Replace(what, instead, StringComparison.Ordinal)));
        var result = await ChatTasks.Recommender(server).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal(AnswerError.ServerFailed, result.Error);
        Assert.Contains("is no chat completion", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_is_not_UTF8_is_a_typed_failure()
    {
        await using var server = await ChatServerDouble.StartAsync(static async (_, context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(System.Text.Encoding.Latin1.GetBytes(Reply.Completion("Am").Replace("Am", "Am\u00e9", StringComparison.Ordinal)));
        });
        var result = await ChatTasks.Recommender(server).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal(AnswerError.ServerFailed, result.Error);
    }

    [Fact]
    public async Task One_reply_that_cannot_be_read_ends_no_batch()
    {
        var count = 0;
        await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Text(context, "Heat", Interlocked.Increment(ref count) == 3 ? "eos_token" : "stop"));
        var errors = new List<AnswerError?>();
        var tasks = Enumerable.Repeat(ChatTasks.Next("Heat", "Ronin"), 8);
        await foreach (var answer in ChatTasks.Recommender(server).AnswerAllAsync(NextItemRecommendation.Descriptor, tasks, concurrency: 2))
        {
            errors.Add(answer.Result.Error);
        }

        Assert.Equal(8, errors.Count);
        Assert.Equal(AnswerError.ServerFailed, Assert.Single(errors.OfType<AnswerError>()));
    }

    [Fact]
    public async Task A_server_that_does_not_stream_is_told_as_that()
    {
        await using var server = await ChatServerDouble.SayingAsync("1. Heat\n2. Ronin");
        var result = await StreamAsync(server);
        Assert.Equal(AnswerError.ServerFailed, result.Error);
        Assert.Contains("is no stream of chat completions; ask it for whole answers", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""data: {"error":{"code":500,"message":"Context size has been exceeded.","type":"server_error"}}""", AnswerError.TooLong, "saying \"Context size has been exceeded\"")]
    [InlineData("""data: {"error": {"message": "EngineCore encountered an issue.", "type": "InternalServerError", "code": 500}}""", AnswerError.ServerFailed, "(status 500), saying \"EngineCore encountered an issue\"")]
    [InlineData("""data: {"object":"error","message":"slow down","code":429}""", AnswerError.RateLimited, "takes no more calls")]
    [InlineData("""error: {"code":500,"message":"Context size has been exceeded.","type":"server_error"}""", AnswerError.TooLong, "do not fit in the context")]
    [InlineData("""data: {"error":"model runner has unexpectedly stopped"}""", AnswerError.ServerFailed, "saying \"model runner has unexpectedly stopped\"")]
    public async Task An_error_in_a_stream_is_told_with_what_the_server_says(string line, AnswerError error, string sentence)
    {
        foreach (var pause in (int[])[0, 60])
        {
            await using var server = await ChatServerDouble.StartAsync(async (_, context) =>
            {
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync($"{Chunk}\n\n{line[..20]}");
                await context.Response.Body.FlushAsync();
                await Task.Delay(pause);
                await context.Response.WriteAsync($"{line[20..]}\n\ndata: [DONE]\n\n");
            });
            var items = new List<string>();
            var result = await StreamAsync(server, items);
            Assert.Equal(error, result.Error);
            Assert.Contains(sentence, result.FailureMessage, StringComparison.Ordinal);
            Assert.Equal(["Heat"], items);
            Assert.Equal("1. Heat\n2. Ro", result.Text);
        }
    }

    [Fact]
    public async Task Text_that_speaks_of_errors_is_no_error()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Stream(context, ["1. {\"error\":1}\n", "2. error: \"error\"\n", "3. Heat"]));
        var items = new List<string>();
        var result = await StreamAsync(server, items, "Heat", "error: \"error\"", "{\"error\":1}");
        Assert.True(result.Succeeded, result.FailureMessage);
        Assert.Equal(["{\"error\":1}", "error: \"error\"", "Heat"], items);
    }

    [Fact]
    public async Task An_error_with_a_status_of_success_is_told_and_asked_again_only_if_it_may_pass()
    {
        foreach (var (code, requests) in new[] { (503, 3), (400, 1) })
        {
            await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Raw(context, 200, $$$"""{"error":{"message":"no room for {{{ChatTasks.Key}}}","code":{{{code}}}}}"""));
            var result = await ChatTasks.Recommender(server, endpoint: static options => options.Retries = 2).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
            Assert.Equal(code == 400 ? AnswerError.Rejected : AnswerError.ServerFailed, result.Error);
            Assert.Contains($"(status {code}), saying \"no room for (key)\"", result.FailureMessage, StringComparison.Ordinal);
            Assert.Equal(requests, server.Requests.Count);
        }
    }

    [Fact]
    public async Task A_key_that_a_server_repeats_in_a_stream_is_not_told()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Raw(context, 200, $"data: {{\"error\":{{\"message\":\"bad key {ChatTasks.Key}\"}}}}\n\n", "text/event-stream"));
        var result = await StreamAsync(server);
        Assert.Contains("bad key (key)", result.FailureMessage, StringComparison.Ordinal);
    }

    private static async Task<AnswerResult<TopKRecommendation.Answer>> StreamAsync(ChatServerDouble server, List<string>? items = null, params string[] titles)
    {
        var task = ChatTasks.Rank(titles.Length > 0 ? titles : ["Ronin", "Heat"]);
        AnswerResult<TopKRecommendation.Answer>? result = null;
        await foreach (var update in ChatTasks.Recommender(server).StreamAsync(task, task.StreamRanking()))
        {
            items?.AddRange(update.Items.Select(static item => item.Title));
            result = update.Result;
        }

        return result!;
    }
}
