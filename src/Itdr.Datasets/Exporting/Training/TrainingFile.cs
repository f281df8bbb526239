namespace Itdr.Datasets.Exporting;

/// <summary>Writes a training configuration in YAML, where every value says where it comes from.</summary>
internal sealed class TrainingFile : IDisposable
{
    /// <summary>The command that the paper's authors publish with their data.</summary>
    public const string Paper = "the paper's command";

    /// <summary>What LLaMA-Factory does where the paper's command says nothing.</summary>
    public const string Untold = "LLaMA-Factory's default, which the paper's command keeps";

    private readonly StreamWriter text;

    public TrainingFile(OutputFolder folder, TrainedModel model, string command)
    {
        text = new StreamWriter(folder.CreateFile(model.FileName)) { NewLine = "\n" };
        text.WriteLine($"# {model.Name} on this dataset with the settings of ITDR (arXiv 2508.05667). Run it in this folder: {command} {model.FileName}");
        text.WriteLine("# Behind each value stands where it comes from.");
    }

    /// <summary>Starts a part.</summary>
    public void Part(string title)
    {
        text.WriteLine();
        text.WriteLine($"# {title}");
    }

    /// <summary>Writes one value.</summary>
    public void Value(string name, string value, string from) => text.WriteLine($"{name}: {value}  # {from}");

    /// <summary>Writes a line as it is.</summary>
    public void Line(string line) => text.WriteLine(line);

    /// <summary>Writes the most tokens of a row, and why so many.</summary>
    public void Cutoff(string name, LongestRow longest, TrainedModel model)
    {
        Line($"# The longest row here is {longest.Id}: {longest.Tokens} tokens of {Statistics.TokenCount.Tokenizer}; the one with the most bytes has {longest.Bytes}.");
        if (longest.Tokens > model.Context)
        {
            Line("# That is more than the model was made for, so such rows are cut.");
        }

        var (value, from) = longest.Cutoff <= model.Context
            ? (longest.Cutoff, "twice that or a token a byte, the lesser, and a chat template: no row is cut, and shorter rows cost nothing by it")
            : (model.Context, "the most that the model was made for");
        Value(name, $"{value}", from);
    }

    public void Dispose() => text.Dispose();
}
