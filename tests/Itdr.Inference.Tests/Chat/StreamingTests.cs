using Itdr.Subtasks;
using Itdr.Testing.Chat;

namespace Itdr.Inference.Tests.Chat;

public sealed class StreamingTests
{
    [Fact]
    public async Task Items_arrive_one_by_one_while_the_server_writes()
    {
        var read = new SemaphoreSlim(0);
        await using var server = await ChatServerDouble.StartAsync(async (_, context) =>
        {
            await Reply.Stream(context, ["1. He", "at\n2."], ends: false);
            await read.WaitAsync();
            await Reply.Stream(context, [" Ronin\n3. ", "Alien"]);
        });
        var task = ChatTasks.Rank("Alien", "Heat", "Ronin");
        var updates = new List<RankingUpdate<Item, TopKRecommendation.Answer>>();
        await foreach (var update in ChatTasks.Recommender(server).StreamAsync(task, task.StreamRanking()))
        {
            updates.Add(update);
            if (updates.Count == 1)
            {
                Assert.Same(task.Candidates[1], Assert.Single(update.Items));
                Assert.Null(update.Result);
                read.Release();
            }
        }

        Assert.Equal(["Heat", "Ronin", "Alien"], updates.SelectMany(static update => update.Items).Select(static item => item.Title));
        var result = updates[^1].Result!;
        Assert.True(result.Succeeded && result.Repairs.IsEmpty);
        Assert.Equal((30, 7), (result.Usage!.InputTokens, result.Usage.OutputTokens));
        Assert.True(server.Requests[0].Json.GetProperty("stream").GetBoolean());
        Assert.True(server.Requests[0].Json.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_is_cut_gives_what_came_and_a_typed_failure(bool breaks)
    {
        await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Stream(context, ["1. Heat\n2. Ro"], ends: false, breaks: breaks));
        var task = ChatTasks.Rank("Alien", "Heat", "Ronin");
        var (items, result) = await Collect(ChatTasks.Recommender(server), task);
        Assert.Equal(["Heat"], items);
        Assert.Equal(AnswerError.CutOff, result.Error);
        Assert.Contains("ended in the middle of the answer", result.FailureMessage, StringComparison.Ordinal);
        Assert.Equal("1. Heat\n2. Ro", result.Text);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_given_up()
    {
        await using var server = await ChatServerDouble.StartAsync(static async (_, context) =>
        {
            await Reply.Stream(context, ["1. Heat\n"], ends: false);
            await Reply.Silence(context);
        });
        var (items, result) = await Collect(ChatTasks.Recommender(server, static options => options.StreamTimeout = TimeSpan.FromSeconds(1)), ChatTasks.Rank("Alien", "Heat"));
        Assert.Equal(["Heat"], items);
        Assert.Equal(AnswerError.TimedOut, result.Error);
    }

    [Fact]
    public async Task A_status_of_failure_before_the_stream_is_told()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Error(context, 404, "The model `m` does not exist."));
        var (items, result) = await Collect(ChatTasks.Recommender(server), ChatTasks.Rank("Alien", "Heat"));
        Assert.Empty(items);
        Assert.Equal(AnswerError.UnknownModel, result.Error);
    }

    [Fact]
    public async Task Broken_titles_arrive_whole_however_the_pieces_are_cut()
    {
        const string Answer = "1. B < |im_end|> x\n2. A";
        for (var size = 1; size <= Answer.Length; size++)
        {
            await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Stream(context, Answer.Chunk(size).Select(static piece => new string(piece))));
            var (items, result) = await Collect(ChatTasks.Recommender(server), ChatTasks.Rank("A", "B <|im_end|> x"));
            Assert.Equal(["B <|im_end|> x", "A"], items);
            Assert.Empty(result.Repairs);
        }
    }

    [Fact]
    public async Task An_answer_in_json_gives_its_items_at_the_end()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Stream(context, ["{\"ranking\":[\"Heat\"", ",\"Alien\"]}"]));
        var (items, result) = await Collect(ChatTasks.Recommender(server, static options => options.Form = AnswerForm.JsonSchema), ChatTasks.Rank("Alien", "Heat"));
        Assert.Equal(["Heat", "Alien"], items);
        Assert.True(result.Succeeded);
    }

    [Theory]
    [InlineData("1. Alien\n", "2. Heat\n", "</think>\n1. Heat\n", "2. Alien")]
    [InlineData("1. Alien\n", "</think>1. Heat\n2. Alien")]
    [InlineData("1. Alien\n</think>1. Heat\n2. Alien")]
    public async Task Items_of_a_thinking_block_that_the_prompt_began_are_withdrawn(params string[] pieces)
    {
        await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Stream(context, pieces));
        var task = ChatTasks.Rank("Alien", "Heat");
        var items = new List<string>();
        AnswerResult<TopKRecommendation.Answer>? result = null;
        await foreach (var update in ChatTasks.Recommender(server).StreamAsync(task, task.StreamRanking()))
        {
            if (update.StartsOver)
            {
                items.Clear();
            }

            items.AddRange(update.Items.Select(static item => item.Title));
            result = update.Result;
        }

        Assert.Equal(["Heat", "Alien"], items);
        Assert.Equal(["Heat", "Alien"], result!.Value!.Ranking.Select(static item => item.Title));
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_the_call()
    {
        var gone = new TaskCompletionSource();
        await using var server = await ChatServerDouble.StartAsync(async (_, context) =>
        {
            await Reply.Stream(context, ["1. Heat\n"], ends: false);
            await Reply.Silence(context);
            gone.SetResult();
        });
        var task = ChatTasks.Rank("Alien", "Heat");
        await foreach (var update in ChatTasks.Recommender(server).StreamAsync(task, task.StreamRanking()))
        {
            Assert.Single(update.Items);
            break;
        }

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_recommender_that_does_not_stream_gives_all_items_together()
    {
        await using var server = await ChatServerDouble.SayingAsync("1. Heat\n2. Alien");
        var (items, result) = await Collect(new Plain(ChatTasks.Recommender(server)), ChatTasks.Rank("Alien", "Heat"));
        Assert.Equal(["Heat", "Alien"], items);
        Assert.True(result.Succeeded);
    }

    private static async Task<(List<string> Items, AnswerResult<TopKRecommendation.Answer> Result)> Collect(IRecommender recommender, TopKRecommendation task)
    {
        var items = new List<string>();
        AnswerResult<TopKRecommendation.Answer>? result = null;
        await foreach (var update in recommender.StreamAsync(task, task.StreamRanking()))
        {
            Assert.Null(result);
            items.AddRange(update.Items.Select(static item => item.Title));
            result = update.Result;
        }

        return (items, result!);
    }

    private sealed class Plain(IRecommender inner) : IRecommender
    {
        public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
            where TSubtask : ISubtask<TSubtask, TAnswer> => inner.AnswerAsync(task, cancellationToken);
    }
}
