using System.CommandLine;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr synth</c>: small invented raw files.</summary>
internal sealed class SynthCommand : Command
{
    private static readonly SynthesisOptions Defaults = new() { Source = "", Output = "" };

    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Option<string?> source = OptionOf.Value(
        "--source", "NAME", $"The source whose format the files have: {string.Join(", ", DatasetSynthesizer.Sources)}.", static text => text);

    private readonly Option<string?> output = OptionOf.Value("--out", "DIR", "The folder for the files; absent or empty.", static text => text);
    private readonly Option<int?> users = OptionOf.Value<int?>("--users", "N", "How many people to invent.", static text => Quantities.Count(text, least: 1), $"{Defaults.Users}");
    private readonly Option<long?> seed = OptionOf.Value<long?>("--seed", "S", "What decides everything drawn.", static text => Quantities.Whole(text, long.MinValue), $"{Defaults.Seed}");

    public SynthCommand(Screen screen, CancellationToken cancellationToken)
        : base("synth", "Invent small raw files in a source's own format, to try things with.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        source.Required = true;
        output.Required = true;
        Add(source);
        Add(output);
        Add(users);
        Add(seed);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetValue(source)!;
        if (!DatasetSynthesizer.Sources.Contains(name))
        {
            throw Suggestion.Unknown("invented source", name, [.. DatasetSynthesizer.Sources]);
        }

        var directory = parsed.GetValue(output)!;
        var options = new SynthesisOptions { Source = name, Output = directory, Users = parsed.GetValue(users) ?? Defaults.Users, Seed = parsed.GetValue(seed) ?? Defaults.Seed };
        var files = DatasetSynthesizer.Write(options, cancellationToken);
        var table = Tables.Create("file", "#rows");
        foreach (var file in files)
        {
            table.Add(file.Name, Tables.Number(file.Rows));
        }

        screen.Write(table);
        screen.Out.WriteLine($"Invented files for {name} are in {directory}; build from them with --source {name}={directory}.");
        return ExitCode.Done;
    }
}
