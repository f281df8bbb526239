using Itdr.Testing;
using Itdr.Testing.Chat;

namespace Itdr.Cli.Tests;

/// <summary><c>itdr run --endpoint</c>: a model behind a server answers a split, and <c>itdr eval</c> measures it.</summary>
public sealed class RunEndpointTests(InventedFiles files) : IClassFixture<InventedFiles>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Predictions_of_a_served_model_are_measured()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Copy(request)));
        Run(server, "--concurrency", "4", "--form", "grammar", "--server", "llama-server").Done();
        Assert.All(server.Requests, static request => Assert.StartsWith("root ::=", request.Json.GetProperty("grammar").GetString(), StringComparison.Ordinal));
        Assert.Contains("served-1", File.ReadAllText(folder["out.jsonl"]), StringComparison.Ordinal);
        var eval = Tool.Run("eval", files.Dataset, "--predictions", folder["out.jsonl"], "--no-baselines", "--resamples", "100");
        Assert.Contains("ndcg@10", eval.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_fails_ends_the_run_which_goes_on_later()
    {
        var calls = 0;
        await using var server = await ChatServerDouble.StartAsync((request, context) =>
            Interlocked.Increment(ref calls) == 6 ? Reply.Error(context, 500, "oh") : Reply.Text(context, Copy(request)));
        var stopped = Run(server, "--retries", "0");
        Assert.Equal(2, stopped.ExitCode);
        Assert.Contains("failed (status 500), saying \"oh\"", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("5 predictions are kept", stopped.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["out.jsonl"]));
        Run(server, "--retries", "0").Done();
        Assert.Equal(server.Requests.Count, File.ReadAllLines(folder["out.jsonl"]).Count(static line => line.Contains("\"id\"", StringComparison.Ordinal)) + 1);
    }

    [Fact]
    public async Task A_context_that_is_too_small_for_every_task_is_told_and_is_no_success()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Error(context, 400, "request (900 tokens) exceeds the available context size (512 tokens), try increasing it"));
        var run = Run(server, "--retries", "0");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("start the server with a larger context", run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("a run into another file asks for them again", run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_read_ends_the_run_with_a_sentence_and_no_stack()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Text(context, "1. A", "eos_token"));
        var error = Run(server, "--retries", "0").Wrong();
        Assert.Contains("is no chat completion", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_usage_is_told_in_one_sentence()
    {
        Assert.Contains("--endpoint needs --model NAME", Tool.Run("run", files.Dataset, "--endpoint", "http://localhost:1/v1", "--out", folder["o"]).Wrong(), StringComparison.Ordinal);
        Assert.Contains("name two who answer", Tool.Run("run", files.Dataset, "--endpoint", "http://localhost:1/v1", "--model", "m", "--baseline", "random", "--out", folder["o"]).Wrong(), StringComparison.Ordinal);
        Assert.Contains("OpenAI takes no Grammar", Tool.Run("run", files.Dataset, "--endpoint", "http://localhost:1/v1", "--model", "m", "--form", "grammar", "--out", folder["o"]).Wrong(), StringComparison.Ordinal);
        Assert.Contains("Did you mean grammar?", Tool.Run("run", files.Dataset, "--endpoint", "http://localhost:1/v1", "--model", "m", "--form", "gramar", "--out", folder["o"]).Wrong(), StringComparison.Ordinal);
    }

    private Tool Run(ChatServerDouble server, params string[] more) =>
        Tool.Run(["run", files.Dataset, "--limit", "4", "--endpoint", server.Address.ToString(), "--model", "served-1", "--out", folder["out.jsonl"], .. more]);

    /// <summary>Copies the last list of the prompt, which ranks the candidates as they stand.</summary>
    private static string Copy(RecordedRequest request)
    {
        var lines = request.Message(^1).Split('\n');
        var start = Array.FindLastIndex(lines, static line => line.StartsWith("1. ", StringComparison.Ordinal));
        return string.Join('\n', lines[Math.Max(start, 0)..]);
    }
}
