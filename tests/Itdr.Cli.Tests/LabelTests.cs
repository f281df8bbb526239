using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Itdr.Instances;
using Itdr.Testing.Chat;

namespace Itdr.Cli.Tests;

/// <summary><c>itdr label</c> against a real server that behaves, and that does not.</summary>
public sealed partial class LabelTests : IDisposable
{
    private const int Instances = 12;
    private const int Both = 2 * Instances;

    private readonly UnlabelledFolder folder = new(Instances);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_teacher_labels_every_instance_and_the_folder_says_so()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        var tool = Label(server, "--input-price", "0.5", "--output-price", "2").Done();
        Assert.Equal(Both, server.Requests.Count);
        Assert.All(folder.Labels(), static instance => Assert.Contains(Number(instance.Id), instance.Label, StringComparison.Ordinal));
        Assert.Contains($"{Both} labels by teacher-1 are in {folder.Path}; this run took 720 + 168 tokens, cost 0.0007.", tool.Out, StringComparison.Ordinal);

        Tool.Run("check", folder.Path).Done();
        var training = folder["training"];
        Tool.Run("export", folder.Path, "--format", "alpaca", "--out", training).Done();
        Assert.Contains("Reader 3 looks for calm stories", string.Concat(Directory.EnumerateFiles(training, "*.json").Select(File.ReadAllText)), StringComparison.Ordinal);

        var cell = DatasetManifest.Load(folder.Path).Cells[0];
        var teacher = Assert.Single(cell.Teachers!);
        Assert.Equal(("teacher-1", cell.TemplateHash, Instances), (teacher.Name, teacher.TemplateHash, teacher.Labels));
        Assert.Contains("| interest-recognition | handmade | teacher-1 | 12 |", folder.Files["README.md"], StringComparison.Ordinal);
        Assert.DoesNotContain(",0.0\n", folder.Files["statistics.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_labelled_is_not_asked_again_and_not_touched()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        Label(server).Done();
        var before = folder.Files;
        Assert.Contains("has a label; nothing was asked", Label(server).Done().Out, StringComparison.Ordinal);
        Assert.Equal(Both, server.Requests.Count);
        Assert.Equal(before, folder.Files);
    }

    [Fact]
    public async Task What_a_teacher_thinks_before_it_answers_is_no_part_of_a_label()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, (Index(request) % 3) switch
        {
            0 => $"<think>\nThe user asks for calm books.\n</think>\n\n{Summary(request)}",
            1 => $"The template of this server opens the block itself.\n</think>\n\n{Summary(request)}",
            _ => $"<think>All of it is thinking, and never ends: {Summary(request)}",
        }));
        var tool = Label(server);
        Assert.Equal(1, tool.ExitCode);
        Assert.Contains("4 unfinished", tool.Out, StringComparison.Ordinal);
        Assert.All(folder.Labels(), static instance =>
        {
            Assert.DoesNotContain("think", instance.Label ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain("template", instance.Label ?? "", StringComparison.Ordinal);
        });
        Assert.Equal(Both * 2 / 3, folder.Labels().Count(static instance => instance.Label is not null));
    }

    [Fact]
    public async Task A_task_that_the_teachers_context_cannot_hold_is_told_of_in_those_words()
    {
        await using var server = await ChatServerDouble.StartAsync(static (_, context) => Reply.Error(context, 400, "maximum context length exceeded"));
        Assert.Contains("12 longer than the teacher's context", Label(server).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_built_again_finds_its_labels_in_the_journal()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        Label(server).Done();
        using var again = new UnlabelledFolder(Instances);
        var tool = Run(again, server, "--journal", folder.Journal).Done();
        Assert.Equal(Both, server.Requests.Count);
        Assert.Equal(folder.Files, again.Files);
        Assert.Contains("this run took 0 + 0 tokens", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_that_pass_are_met_with_patience()
    {
        // Every first try of a prompt comes to grief, each in one of four ways.
        var seen = new ConcurrentDictionary<string, bool>();
        await using var server = await ChatServerDouble.StartAsync((request, context) => !seen.TryAdd(request.Text, true)
            ? Reply.Text(context, Summary(request))
            : (Index(request) % 4) switch
            {
                0 => Reply.Error(context, 429, "slow down", ("Retry-After", "0")),
                1 => Reply.Error(context, 500, "oh"),
                2 => Reply.Cut(context),
                _ => Reply.Raw(context, 200, "<html>", "text/html"),
            });
        Label(server, "--concurrency", "8").Done();
        Assert.Equal(2 * Both, server.Requests.Count);
        Assert.All(folder.Labels(), static instance => Assert.NotNull(instance.Label));
    }

    [Fact]
    public async Task Refusals_odd_lengths_and_cut_answers_become_no_label_and_are_counted_and_kept()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Index(request) switch
        {
            0 => Reply.Text(context, "I’m sorry, but I can't help with that request because it concerns a person."),
            1 => Reply.Text(context, "Short."),
            2 => Reply.Text(context, new string('x', 7000)),
            3 => Reply.Text(context, "This reader likes calm stories about harbors and", "length"),
            4 => Reply.Refusal(context),
            5 => Reply.Text(context, "   \n "),
            _ => Reply.Text(context, Summary(request)),
        });
        var tool = Label(server, "--json");
        Assert.Equal(1, tool.ExitCode);
        var cell = tool.Json.GetProperty("cells")[0];
        Assert.Equal((12, 6, 6), (cell.GetProperty("instances").GetInt32(), cell.GetProperty("labels").GetInt32(), cell.GetProperty("left").GetInt32()));
        var refused = cell.GetProperty("refused");
        Assert.Equal(
            (2, 1, 1, 1, 1),
            (Count("refused"), Count("too short"), Count("too long"), Count("unfinished"), Count("unreadable")));
        Assert.Equal(6, folder.Labels().Count(static instance => instance.Label is null && instance.Id.StartsWith("interest", StringComparison.Ordinal)));
        Tool.Run("check", folder.Path).Done();
        Assert.Equal(2, DatasetManifest.Load(folder.Path).Cells[0].Teachers![0].Refused["refused"]);

        // What was paid for is not asked for again, unless asked to.
        Assert.Equal(1, Label(server).ExitCode);
        Assert.Equal(Both, server.Requests.Count);
        Assert.Equal(1, Label(server, "--ask-again").ExitCode);
        Assert.Equal(Both + 12, server.Requests.Count);

        int Count(string reason) => refused.TryGetProperty(reason, out var count) ? count.GetInt32() : 0;
    }

    [Fact]
    public async Task A_budget_is_kept_and_a_larger_one_goes_on()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        var tool = Label(server, "--budget-tokens", "500", "--max-tokens", "20", "--concurrency", "6");
        Assert.Equal(1, tool.ExitCode);
        Assert.Contains("The budget of 500 tokens leaves no room for another call", tool.Error, StringComparison.Ordinal);
        var first = server.Requests.Count;
        Assert.InRange(first, 5, 500 / 37);
        Assert.Equal(first, folder.Labels().Count(static instance => instance.Label is not null));
        Tool.Run("check", folder.Path).Done();

        Label(server, "--budget-tokens", "100000").Done();
        Assert.Equal(Both, server.Requests.Count);
        Assert.Equal(Instances, DatasetManifest.Load(folder.Path).Cells[0].Teachers![0].Labels);
    }

    [Theory]
    [InlineData(401, "bad key", "does not accept the key (status 401); set the key that it expects (itdr reads ITDR_API_KEY).")]
    [InlineData(404, "The model `teacher-1` does not exist", "does not know the model teacher-1; ask it for /v1/models and use one of those names.")]
    public async Task A_fault_that_never_passes_ends_the_run_at_once(int status, string says, string sentence)
    {
        await using var server = await ChatServerDouble.StartAsync((_, context) => Reply.Error(context, status, says));
        var tool = Label(server, "--concurrency", "2");
        Assert.Equal(2, tool.ExitCode);
        Assert.Contains(sentence, tool.Error, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 1, 4);
        Assert.DoesNotContain("   at ", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_loses_nothing_that_was_paid_for()
    {
        var answered = 0;
        await using var server = await ChatServerDouble.StartAsync((request, context) =>
            Interlocked.Increment(ref answered) <= 10 ? Reply.Text(context, Summary(request)) : Reply.Error(context, 503, "gone"));
        var tool = Label(server, "--retries", "0", "--concurrency", "1");
        Assert.Equal(2, tool.ExitCode);
        Assert.Equal(10, folder.Labels().Count(static instance => instance.Label is not null));
        Tool.Run("check", folder.Path).Done();
        answered = -1000;
        Label(server).Done();
        Assert.Equal(Both + 10, server.Requests.Count);
    }

    [Fact]
    public async Task The_key_goes_into_the_header_and_nowhere_else()
    {
        const string Key = "sk-of-the-cli-that-nobody-may-see";
        await using var server = await ChatServerDouble.StartAsync(static (request, context) =>
            Index(request) == 0 ? Reply.Error(context, 400, $"{Key} is not welcome") : Reply.Text(context, Summary(request)));
        Environment.SetEnvironmentVariable("ITDR_API_KEY", Key);
        Tool tool;
        try
        {
            tool = Label(server);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ITDR_API_KEY", null);
        }

        Assert.All(server.Requests, static request => Assert.Equal($"Bearer {Key}", request.Headers["Authorization"]));
        Assert.Equal(1, tool.ExitCode);
        var everything = $"{tool.Out}{tool.Error}{File.ReadAllText(folder.Journal)}{string.Concat(folder.Files.Values)}";
        Assert.DoesNotContain(Key, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_killed_between_two_names_is_made_good_by_the_next()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        using var undisturbed = new UnlabelledFolder(Instances);
        Run(undisturbed, server).Done();
        // What a killed run leaves: the decision is made, and some files have their names.
        var decided = Path.Combine(folder.Path, ".replaced");
        Directory.CreateDirectory(decided);
        foreach (var (path, text) in undisturbed.Files)
        {
            var isNamed = path.StartsWith($"instances{Path.DirectorySeparatorChar}interest", StringComparison.Ordinal);
            File.WriteAllText(isNamed ? Path.Combine(folder.Path, path) : Path.Combine(decided, path.Replace(Path.DirectorySeparatorChar, '+')), text);
        }

        Label(server).Done();
        Assert.Equal(undisturbed.Files, folder.Files);
        Assert.Equal(Both, server.Requests.Count);
    }

    [Fact]
    public async Task A_last_line_that_was_cut_is_dropped_from_the_journal_and_a_broken_one_is_told()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        Label(server, "--budget-tokens", "400", "--max-tokens", "20");
        var paid = server.Requests.Count;
        var lines = File.ReadAllLines(folder.Journal);
        Assert.Equal(paid, lines.Length);
        File.AppendAllText(folder.Journal, lines[0][..40]);
        Label(server).Done();
        Assert.Equal(Both, server.Requests.Count);
        Assert.Equal(Both, File.ReadAllLines(folder.Journal).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()).Distinct().Count());

        File.WriteAllText(folder.Journal, "{\"key\":1}\n");
        Assert.StartsWith($"{folder.Journal}:1: ", Label(server).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_in_use_and_wrong_usage_are_told_in_one_sentence()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        using (new FileStream(folder.Journal, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Assert.Contains("end the other itdr label that uses it, or name another file with --journal", Label(server).Wrong(), StringComparison.Ordinal);
        }

        Assert.Contains("begin with http:// or https://", Tool.Run("label", folder.Path, "--endpoint", "localhost:1", "--model", "m").Wrong(), StringComparison.Ordinal);
        Assert.Contains("neither a user nor a query", Tool.Run("label", folder.Path, "--endpoint", "http://me:secret@localhost/v1", "--model", "m").Wrong(), StringComparison.Ordinal);
        Assert.Contains("--endpoint", Tool.Run("label", folder.Path, "--model", "m").Wrong(), StringComparison.Ordinal);
        Assert.Contains("has no cell top-k/nowhere; it has interest-recognition/handmade", Label(server, "--cell", "top-k/nowhere").Wrong(), StringComparison.Ordinal);
        Assert.Contains("no text has both", Label(server, "--min-length", "50", "--max-length", "10").Wrong(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_dataset_that_the_tool_built_is_labelled_checked_and_exported_whole()
    {
        Tool.Run("synth", "--source", "anime-2023", "--out", folder["raw"], "--users", "40").Done();
        Tool.Run("build", "--source", $"anime-2023={folder["raw"]}", "--cell", "target-users/anime-2023", "--cell", "interest-recognition/anime-2023", "--limit", "20", "--out", folder["built"]).Done();
        await using var server = await ChatServerDouble.SayingAsync("It suits several groups of people, as far as can be told.\n1. Calm people: it is slow.\nThat is all.");
        var tool = Tool.Run("label", folder["built"], "--endpoint", server.Address.ToString(), "--model", "teacher-1").Done();
        Assert.Contains("labels by teacher-1", tool.Out, StringComparison.Ordinal);
        Assert.NotEmpty(server.Requests);
        var check = Tool.Run("check", folder["built"]).Done();
        Assert.DoesNotContain("without a label", check.Out, StringComparison.Ordinal);
        var export = Tool.Run("export", folder["built"], "--format", "openai", "--out", folder["openai"], "--json").Done();
        Assert.Equal(server.Requests.Count, export.Json.GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Only_the_cells_that_are_named_are_asked()
    {
        await using var server = await ChatServerDouble.StartAsync(static (request, context) => Reply.Text(context, Summary(request)));
        Label(server, "--cell", "target-users/handmade").Done();
        Assert.All(folder.Labels(), static instance => Assert.Equal(instance.Id.StartsWith("target", StringComparison.Ordinal), instance.Label is not null));
    }

    private Tool Label(ChatServerDouble server, params string[] more) => Run(folder, server, more);

    private static Tool Run(UnlabelledFolder folder, ChatServerDouble server, params string[] more) =>
        Tool.Run(["label", folder.Path, "--endpoint", server.Address.ToString(), "--model", "teacher-1", .. more]);

    private static string Summary(RecordedRequest request) => request.Message(^1).Contains("suit best", StringComparison.Ordinal)
        ? $"Game {Index(request)} suits several groups of people.\n1. Players who like calm: it is slow.\n2. Children: it is kind.\nThat is all."
        : $"Reader {Index(request)} looks for calm stories by the sea, and is put off by noise.";

    private static int Index(RecordedRequest request) => int.Parse(Digits().Match(request.Message(^1)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Number(string id) => Digits().Match(id).Groups[1].Value;

    [GeneratedRegex(@"(?:Harbor |Game |\.u|\.i)(\d+)")]
    private static partial Regex Digits();
}
