using System.Net.Sockets;
using Itdr.Subtasks;
using Itdr.Testing.Chat;
using Microsoft.Extensions.Logging;

namespace Itdr.Inference.Tests.Chat;

/// <summary>Servers that are away, slow, busy, confused: each gives a typed failure with a sentence that says what to do.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_server_that_is_away_is_told_with_its_address()
    {
        var options = new ChatEndpointOptions { Address = new Uri($"http://127.0.0.1:{FreePort()}/v1"), Model = "m", ApiKey = ChatTasks.Key, Retries = 1, FirstWait = TimeSpan.FromMilliseconds(1) };
        var result = await new ChatRecommender(ChatEndpoint.Connect(options)).RecommendNextAsync(ChatTasks.Next("A", "B"));
        RequireFailure(result, AnswerError.Unreachable, $"No connection to {options.Address} came about; check that the server runs");
        Assert.True(result.CallFailure!.IsPassing);
    }

    [Fact]
    public async Task A_slow_server_is_given_up_after_the_time_of_a_try()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Silence(context));
        var result = await Ask(server, static options => options.Timeout = TimeSpan.FromMilliseconds(300));
        RequireFailure(result, AnswerError.TimedOut, "took longer than was allowed; raise the timeout");
    }

    [Fact]
    public async Task A_call_may_have_a_bound_of_its_own()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Silence(context));
        var result = await ChatTasks.Recommender(server, static options => options.Timeout = TimeSpan.FromMilliseconds(300)).RecommendNextAsync(ChatTasks.Next("A", "B"));
        RequireFailure(result, AnswerError.TimedOut, "took longer than was allowed");
    }

    [Fact]
    public async Task A_connection_that_is_cut_in_an_answer_is_tried_again()
    {
        await using var server = await ChatServerDouble.InTurnAsync(Reply.Cut, static context => Reply.Text(context, "A"));
        var result = await Ask(server, static options => options.Retries = 1);
        Assert.Equal("A", result.Value.Choice.Title);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_is_always_cut_is_told()
    {
        await using var server = await ChatServerDouble.InTurnAsync(Reply.Cut);
        var result = await Ask(server, static options => options.Retries = 2);
        RequireFailure(result, AnswerError.CutOff, "ended in the middle of the answer");
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says_so()
    {
        await using var server = await ChatServerDouble.InTurnAsync(
            static context => Reply.Error(context, 429, "slow down", ("Retry-After", "1")), static context => Reply.Text(context, "A"));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = await Ask(server, static options => options.Retries = 1);
        Assert.True(result.Succeeded);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) >= TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_server_that_asks_for_too_long_a_wait_is_not_asked_again()
    {
        await using var server = await ChatServerDouble.InTurnAsync(static context => Reply.Error(context, 429, "slow down", ("Retry-After", "3600")));
        var result = await Ask(server, static options => options.Retries = 3);
        RequireFailure(result, AnswerError.RateLimited, "takes no more calls for now (status 429)");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again_and_then_told_with_what_it_says()
    {
        await using var server = await ChatServerDouble.InTurnAsync(static context => Reply.Error(context, 500, "no slot is free"));
        var result = await Ask(server, static options => options.Retries = 2);
        RequireFailure(result, AnswerError.ServerFailed, "failed (status 500), saying \"no slot is free\"; see its log");
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(404, "The model `m` does not exist.", AnswerError.UnknownModel, "does not know the model m; ask it for /v1/models")]
    [InlineData(404, "no such page", AnswerError.Rejected, "has no chat completions at that address (status 404); give the address up to and with /v1")]
    [InlineData(400, "This model's maximum context length is 512 tokens.", AnswerError.TooLong, "do not fit in the context of m")]
    [InlineData(400, "request (900 tokens) exceeds the available context size (512 tokens), try increasing it", AnswerError.TooLong, "start the server with a larger context")]
    [InlineData(500, "Context size has been exceeded.", AnswerError.TooLong, "saying \"Context size has been exceeded\"; start the server with a larger context")]
    [InlineData(400, "grammar is unknown", AnswerError.Rejected, "did not accept the request (status 400), saying \"grammar is unknown\"")]
    [InlineData(401, "Incorrect API key provided", AnswerError.Unauthorized, "does not accept the key (status 401); set the key")]
    [InlineData(429, "insufficient_quota: pay", AnswerError.Rejected, "has no quota left")]
    public async Task A_status_is_told_as_what_it_means(int status, string says, AnswerError error, string sentence)
    {
        await using var server = await ChatServerDouble.InTurnAsync(context => Reply.Error(context, status, says));
        RequireFailure(await Ask(server), error, sentence);
    }

    [Theory]
    [InlineData("<html>hello</html>", "text/html")]
    [InlineData("{\"ok\":true}", "application/json")]
    [InlineData("{\"choices\":[]}", "application/json")]
    [InlineData("{\"choices\":[{\"text\":\"old\"}]}", "application/json")]
    [InlineData("", "application/json")]
    public async Task Nonsense_is_tried_again_and_then_told(string body, string type)
    {
        await using var server = await ChatServerDouble.InTurnAsync(context => Reply.Raw(context, 200, body, type));
        var result = await Ask(server, static options => options.Retries = 1);
        RequireFailure(result, AnswerError.ServerFailed, "is no chat completion; check that the address");
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_told_as_one()
    {
        await using var server = await ChatServerDouble.InTurnAsync(Reply.Refusal, static context => Reply.Text(context, "", "content_filter"));
        RequireFailure(await Ask(server), AnswerError.Refused, "The model declined to answer");
        RequireFailure(await Ask(server), AnswerError.Refused, "A content filter of the server withheld the answer");
    }

    [Fact]
    public async Task An_answer_that_was_cut_at_its_bound_is_no_answer_unless_it_is_complete()
    {
        await using var server = await ChatServerDouble.InTurnAsync(static context => Reply.Text(context, "1. A", "length"), static context => Reply.Text(context, "1. A\n2. B\nI chose A because", "length"));
        var recommender = ChatTasks.Recommender(server, static options => options.MaxOutputTokens = 5);
        var cut = await recommender.RankAsync(ChatTasks.Rank("A", "B"));
        RequireFailure(cut, AnswerError.Unfinished, "after the most tokens that it may have, 5; raise MaxOutputTokens");
        Assert.Equal(["A", "B"], (await recommender.RankAsync(ChatTasks.Rank("A", "B"))).Value.Ranking.Select(static item => item.Title));
    }

    [Fact]
    public async Task A_summary_that_was_cut_is_no_answer()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Text(context, "This user likes quiet", "length"));
        var task = new InterestRecognition(ItemDomain.Books, [new ItemText(new Item("A"), "good")], [], []);
        RequireFailure(await ChatTasks.Recommender(server).RecognizeInterestsAsync(task), AnswerError.Unfinished, "raise MaxOutputTokens or the server's own bound");
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_told_by_place_and_throws_only_if_its_value_is_asked_for()
    {
        await using var server = await ChatServerDouble.SayingAsync("something else");
        var result = await Ask(server);
        Assert.Equal(AnswerError.Unreadable, result.Error);
        Assert.Null(result.CallFailure);
        Assert.Equal(result.Failure!.Message, result.FailureMessage);
        var error = Assert.Throws<AnswerException>(() => result.Value);
        Assert.Equal((AnswerError.Unreadable, result.FailureMessage), (error.Error, error.Message));
    }

    [Fact]
    public async Task Candidates_that_cannot_be_told_apart_are_not_sent()
    {
        await using var server = await ChatServerDouble.SayingAsync("A");
        RequireFailure(await ChatTasks.Recommender(server).RecommendNextAsync(ChatTasks.Next("A", "A")), AnswerError.Unanswerable, "have the same text");
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_throws_and_ends_its_connection()
    {
        var gone = new TaskCompletionSource();
        await using var server = await ChatServerDouble.StartAsync(async (_, context) =>
        {
            await Reply.Silence(context);
            gone.SetResult();
        });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ChatTasks.Recommender(server).RecommendNextAsync(ChatTasks.Next("A", "B"), cancel.Token));
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_key_stands_in_no_message_and_no_log_though_the_server_repeats_it()
    {
        foreach (var status in (int[])[400, 401, 404, 429, 500])
        {
            await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Error(context, status, $"your key {ChatTasks.Key} is odd"));
            using var log = new LogDouble(LogLevel.Trace);
            using var client = ChatEndpoint.Connect(new ChatEndpointOptions { Address = server.Address, Model = "m", ApiKey = ChatTasks.Key, Retries = 1, FirstWait = TimeSpan.Zero }, log);
            var result = await new ChatRecommender(client, new ChatRecommenderOptions { LogTexts = true }, log).RecommendNextAsync(ChatTasks.Next("A", "B"));
            Assert.Equal($"Bearer {ChatTasks.Key}", server.Requests[0].Headers["Authorization"]);
            Assert.DoesNotContain(ChatTasks.Key, $"{result}{result.FailureMessage}{string.Join('\n', log.Messages)}", StringComparison.Ordinal);
            Assert.NotEmpty(log.Messages);
        }
    }

    [Fact]
    public async Task Logs_hold_no_text_of_tasks_and_answers_unless_asked_for()
    {
        await using var server = await ChatServerDouble.InTurnAsync(static context => Reply.Text(context, "a secret answer <|x|>"), static context => Reply.Text(context, "Secret title <|x|>"), static context => Reply.Error(context, 500, "oh"));
        using var log = new LogDouble(LogLevel.Trace);
        var quiet = new ChatRecommender(ChatTasks.Connect(server), new ChatRecommenderOptions { Reask = true }, log);
        await quiet.RecommendNextAsync(ChatTasks.Next("Secret title <|x|>", "Another"));
        await quiet.RecommendNextAsync(ChatTasks.Next("Secret title <|x|>", "Another"));
        Assert.True(log.Messages.Count >= 4, string.Join('\n', log.Messages));
        Assert.DoesNotContain(log.Messages, static message => message.Contains("secret", StringComparison.OrdinalIgnoreCase));
        var open = new ChatRecommender(ChatTasks.Connect(server), new ChatRecommenderOptions { LogTexts = true }, log);
        await open.RecommendNextAsync(ChatTasks.Next("Secret title", "Another"));
        Assert.Contains(log.Messages, static message => message.Contains("Secret title", StringComparison.Ordinal));
    }

    private static Task<AnswerResult<NextItemRecommendation.Answer>> Ask(ChatServerDouble server, Action<ChatEndpointOptions>? configure = null) =>
        ChatTasks.Recommender(server, endpoint: configure).RecommendNextAsync(ChatTasks.Next("A", "B"));

    private static void RequireFailure<TAnswer>(AnswerResult<TAnswer> result, AnswerError error, string sentence)
    {
        Assert.False(result.Succeeded);
        Assert.Equal(error, result.Error);
        Assert.Contains(sentence, result.FailureMessage, StringComparison.Ordinal);
        Assert.EndsWith(".", result.FailureMessage, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<AnswerException>(() => result.Value).Error);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
