using System.Text;
using Itdr.Evaluation.Tests.Baselines;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Evaluation.Tests.Predictions;

public sealed class PredictionRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestDataset data = new TestDataset().Cell("films", [.. Enumerable.Range(0, 20).Select(static user => TrainingData.Ranking($"{user}", "A", "B"))]);

    private string File => folder["run.jsonl"];

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }

    [Fact]
    public void A_file_in_a_folder_that_does_not_exist_is_refused_before_anything_is_asked() =>
        Assert.Contains("does not exist; make it", Assert.Throws<DirectoryNotFoundException>(() => PredictionJournal.Open(folder["none/run.jsonl"], "model")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_file_is_the_same_whatever_is_asked_at_once_and_wherever_the_run_was_stopped()
    {
        await Run(new Counting());
        var whole = await System.IO.File.ReadAllTextAsync(File);
        System.IO.File.Delete(File);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(new Counting { FailsAt = 7 }));
        Assert.False(System.IO.File.Exists(File));
        var rest = new Counting();
        await Run(rest, concurrency: 4);

        Assert.Equal(14, rest.Asked);
        Assert.Equal(whole, await System.IO.File.ReadAllTextAsync(File));
        Assert.Equal(["run.jsonl"], folder.Entries());
    }

    [Fact]
    public async Task A_last_line_that_was_cut_off_is_asked_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(new Counting { FailsAt = 7 }));
        var part = await System.IO.File.ReadAllBytesAsync($"{File}.part");
        await System.IO.File.WriteAllBytesAsync($"{File}.part", part[..^10]);

        var rest = new Counting();
        await Run(rest);

        Assert.Equal(15, rest.Asked);
        Assert.Equal(20, PredictionSet.Read(System.IO.File.OpenRead(File), File).Count);
    }

    [Fact]
    public async Task A_finished_run_asks_nothing_and_a_higher_limit_only_what_is_new()
    {
        await Run(new Counting(), limit: 5);
        var again = new Counting();
        var more = new Counting();
        await Run(again, limit: 5);
        await Run(more, limit: 8);

        Assert.Equal((0, 3), (again.Asked, more.Asked));
        Assert.Equal(data.Files.SelectMany(static file => file.Open(TopKRecommendation.Descriptor).ReadAll()).Select(static instance => instance.Id).Take(8), PredictionSet.Read(System.IO.File.OpenRead(File), File).Ids);
    }

    [Fact]
    public async Task A_file_of_another_model_is_not_gone_on_with()
    {
        await Run(new Counting(), limit: 2);

        var error = Assert.Throws<DatasetFormatException>(() => PredictionJournal.Open(File, "another"));

        Assert.Equal($"{File}: it holds predictions made by \"counting\", and this run is of \"another\"; name another file, or remove this one.", error.Message);
    }

    [Fact]
    public async Task A_file_of_another_template_is_not_gone_on_with()
    {
        await System.IO.File.WriteAllTextAsync(File, "{\"id\":\"top-k.films.0\",\"text\":\"x\",\"templateHash\":\"old\",\"model\":\"counting\"}\n");

        var error = await Assert.ThrowsAsync<DatasetFormatException>(() => Run(new Counting()));

        Assert.Contains("\"top-k.films.0\" was made with another template", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_recommender_cannot_answer_is_left_out_with_its_reason()
    {
        using var journal = PredictionJournal.InMemory("none");
        var cells = await PredictionRun.RunAsync(data.Files, TestDataset.Known, new Counting(), journal, new PredictionRunOptions { WhyNot = static _ => "It cannot." });

        Assert.Equal((0, "It cannot."), (Assert.Single(cells).Asked, cells[0].LeftOut));
        Assert.Equal(0, journal.Count);
    }

    [Fact]
    public async Task Why_a_call_failed_is_told_as_the_call_tells_it()
    {
        using var journal = PredictionJournal.InMemory("none");
        var failing = new Counting { CallFailure = new CallFailure(AnswerError.TooLong, "It does not fit; give it more room.") };
        var cells = await PredictionRun.RunAsync(data.Files, TestDataset.Known, failing, journal);

        Assert.Equal((20, "top-k.films.0: It does not fit; give it more room."), (Assert.Single(cells).Failed, cells[0].FirstFailure));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_text_is_read_as_a_replacement_character()
    {
        const string Line = """{"id":"1","text":"a\ud83d b\ud83d\ude00 c\\ud83d d\udE00"}""" + "\n";

        Assert.True(PredictionSet.Read(new MemoryStream(Encoding.UTF8.GetBytes(Line)), "run.jsonl").TryFind("1", out var prediction));

        Assert.Equal("a\uFFFD b😀 c\\ud83d d\uFFFD", prediction.Text);
    }

    private async Task Run(Counting recommender, int concurrency = 1, int? limit = null)
    {
        using var journal = PredictionJournal.Open(File, "counting");
        await PredictionRun.RunAsync(data.Files, TestDataset.Known, recommender, journal, new PredictionRunOptions { Concurrency = concurrency, Limit = limit });
    }

    /// <summary>Answers with the candidates as they are, until it fails.</summary>
    private sealed class Counting : IRecommender
    {
        private int asked;

        public int FailsAt { get; init; } = int.MaxValue;

        public CallFailure? CallFailure { get; init; }

        public int Asked => asked;

        public async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            if (Interlocked.Increment(ref asked) == FailsAt)
            {
                throw new InvalidOperationException("The server is gone.");
            }

            await System.Threading.Tasks.Task.Yield();
            if (CallFailure is { } failure)
            {
                return AnswerResult<TAnswer>.Failed(failure);
            }

            var text = string.Join('\n', ((TopKRecommendation)(object)task).Candidates.Select(static (item, place) => $"{place + 1}. {item.Title}"));
            return new AnswerResult<TAnswer>(TSubtask.Parse((TSubtask)task, text), text);
        }
    }
}
