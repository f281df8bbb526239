using Spectre.Console;

namespace Itdr.Cli.Terminal;

/// <summary>Where results, progress and errors go, and whether somebody watches.</summary>
internal sealed class Screen
{
    /// <summary>The width of tables where no terminal says how wide it is.</summary>
    private const int PlainWidth = 100;

    private readonly IAnsiConsole results;
    private readonly IAnsiConsole? progress;

    private Screen(TextWriter output, TextWriter error, TextReader input, bool resultsAreWatched, bool progressIsWatched)
    {
        Out = output;
        Error = error;
        In = input;
        ResultsAreWatched = resultsAreWatched;
        results = Console(output, resultsAreWatched);
        progress = progressIsWatched ? Console(error, isWatched: true) : null;
    }

    /// <summary>Where results go.</summary>
    public TextWriter Out { get; }

    /// <summary>Where progress and errors go.</summary>
    public TextWriter Error { get; }

    /// <summary>What <c>-</c> reads.</summary>
    public TextReader In { get; }

    /// <summary>Whether results go to a terminal.</summary>
    public bool ResultsAreWatched { get; }

    /// <summary>The screen of this process. What is redirected is UTF-8 everywhere, whatever the console's own encoding is.</summary>
    public static Screen OfConsole() => new(
        System.Console.IsOutputRedirected ? new StreamWriter(System.Console.OpenStandardOutput()) { AutoFlush = true } : System.Console.Out,
        System.Console.Error,
        System.Console.IsInputRedirected ? new StreamReader(System.Console.OpenStandardInput()) : System.Console.In,
        resultsAreWatched: !System.Console.IsOutputRedirected,
        progressIsWatched: !System.Console.IsErrorRedirected);

    /// <summary>A screen that nobody watches.</summary>
    public static Screen OfWriters(TextWriter output, TextWriter error, TextReader input) =>
        new(output, error, input, resultsAreWatched: false, progressIsWatched: false);

    /// <summary>Writes a table among the results.</summary>
    public void Write(Table table) => results.Write(table);

    /// <summary>Writes a heading among the results.</summary>
    public void Heading(string text) => results.Write(new Text($"{text}\n", new Style(decoration: Decoration.Bold)));

    /// <summary>Writes a text among the results, broken between words where it is wider than the screen.</summary>
    public void Paragraph(string text) => results.Write(new Text($"{text}\n"));

    /// <summary>Does long work while it is told how far it is: with a bar on a terminal, in plain lines elsewhere.</summary>
    public TResult Watch<TProgress, TResult>(Func<TProgress, WorkStep> step, Func<IProgress<TProgress>, TResult> work) =>
        progress is null
            ? work(new PlainProgress<TProgress>(Error, step))
            : BarProgress.Run(progress, step, work);

    private static IAnsiConsole Console(TextWriter writer, bool isWatched)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isWatched ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isWatched ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isWatched)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
