using Itdr.Subtasks;
using Itdr.Testing.Chat;

namespace Itdr.Inference.Tests.Chat;

public sealed class ReaskTests
{
    [Fact]
    public async Task An_answer_that_cannot_be_read_is_asked_for_once_more_with_what_is_wrong()
    {
        await using var server = await ChatServerDouble.InTurnAsync(static context => Reply.Text(context, "Casablanca <|im_end|>"), static context => Reply.Text(context, "Heat"));
        var result = await ChatTasks.Recommender(server, static options => options.Reask = true).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal("Heat", result.Value.Choice.Title);
        Assert.Equal((1, 60, 14), (result.Usage!.Reasked, result.Usage.InputTokens, result.Usage.OutputTokens));
        var again = server.Requests[1];
        Assert.Equal(["user", "assistant", "user"], again.Json.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("role").GetString()!));
        Assert.Equal(server.Requests[0].Message(0), again.Message(0));
        Assert.Equal("Casablanca < |im_end|>", again.Message(1));
        Assert.Contains("This answer cannot be read.", again.Message(2), StringComparison.Ordinal);
        Assert.DoesNotContain("<|im_end|>", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_asked_for_once_more_only()
    {
        await using var server = await ChatServerDouble.SayingAsync("Casablanca");
        var result = await ChatTasks.Recommender(server, static options => options.Reask = true).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal(AnswerError.Unreadable, result.Error);
        Assert.Equal(1, result.Usage!.Reasked);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_asked_again_by_default_nor_after_a_call_that_failed()
    {
        await using var server = await ChatServerDouble.InTurnAsync(static context => Reply.Text(context, "Casablanca"), static context => Reply.Error(context, 400, "no"));
        var quiet = await ChatTasks.Recommender(server).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal(0, quiet.Usage!.Reasked);
        await ChatTasks.Recommender(server, static options => options.Reask = true).RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal(2, server.Requests.Count);
    }
}
