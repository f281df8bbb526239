using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>
/// The predictions file of a run that is under way: <c>FILE.part</c>, one line added for each answer as it comes, so
/// that a run which was stopped, or killed in the middle of a line, goes on where it was. Only a finished run has the
/// file's own name. Several threads may add at once.
/// </summary>
public sealed class PredictionJournal : IDisposable
{
    private readonly Dictionary<string, Prediction> byId = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly string model;
    private FileStream? stream;
    private PredictionWriter? writer;

    private PredictionJournal(string file, string model)
    {
        File = file;
        this.model = model;
    }

    /// <summary>The file that the run makes.</summary>
    public string File { get; }

    /// <summary>The file that the lines go to until the run is finished.</summary>
    public string PartFile => $"{File}.part";

    /// <summary>How many predictions there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return byId.Count;
            }
        }
    }

    /// <summary>Opens the journal of a predictions file. What an earlier run of the same model left is kept; a last line that was cut off is removed.</summary>
    /// <param name="file">The file that the run makes.</param>
    /// <param name="model">The name of the model or baseline.</param>
    /// <exception cref="DatasetFormatException">What is there was written by another model, or cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written, or another run has it open.</exception>
    public static PredictionJournal Open(string file, string model)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            // Before anything is asked: an answer that cannot be kept may have been paid for.
            throw new DirectoryNotFoundException($"The folder {folder} does not exist; make it, or name another file.");
        }

        var journal = new PredictionJournal(file, model);
        journal.Take(file);
        if (System.IO.File.Exists(journal.PartFile))
        {
            CutTornLine(journal.PartFile);
            journal.Take(journal.PartFile);
        }

        return journal;
    }

    /// <summary>A journal that keeps the predictions in memory alone.</summary>
    /// <param name="model">The name of the model or baseline.</param>
    public static PredictionJournal InMemory(string model) => new(file: "", model);

    /// <summary>The predictions that there are.</summary>
    public PredictionSet ToSet()
    {
        lock (gate)
        {
            return PredictionSet.Of(byId.Values, model);
        }
    }

    /// <summary>Finds the prediction for an instance.</summary>
    /// <param name="id">The id of the instance.</param>
    public Prediction? Find(string id)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(id);
        }
    }

    /// <summary>Adds a prediction; it is in the file when this returns.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <exception cref="ArgumentException">The instance has one already.</exception>
    public void Add(Prediction prediction)
    {
        var named = prediction with { Model = model };
        lock (gate)
        {
            byId.Add(named.Id, named);
            if (File.Length == 0)
            {
                return;
            }

            if (writer is null)
            {
                // The parts of an earlier finished file are not copied: they stay where they are until the end.
                stream = new FileStream(PartFile, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1);
                writer = new PredictionWriter(stream);
            }

            writer.Write(named);
            writer.Flush();
            stream!.Flush();
        }
    }

    /// <summary>
    /// Gives the predictions the file's own name, in the order of the instances, so that the bytes do not depend on
    /// which answer came first; then removes <see cref="PartFile"/>.
    /// </summary>
    /// <param name="ids">The ids of the instances, in their order; predictions for others follow them.</param>
    public void Finish(IEnumerable<string> ids)
    {
        Dispose();
        if (File.Length == 0)
        {
            return;
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        var whole = $"{File}.whole";
        using (var output = System.IO.File.Create(whole))
        using (var lines = new PredictionWriter(output))
        {
            foreach (var id in ids.Concat(byId.Keys).Where(id => byId.ContainsKey(id) && written.Add(id)))
            {
                lines.Write(byId[id]);
            }

            lines.Flush();
        }

        System.IO.File.Move(whole, File, overwrite: true);
        System.IO.File.Delete(PartFile);
    }

    /// <summary>Closes the journal; what was added stays in <see cref="PartFile"/>.</summary>
    public void Dispose()
    {
        writer?.Dispose();
        stream?.Dispose();
        (writer, stream) = (null, null);
    }

    private static void CutTornLine(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        var end = stream.Length;
        while (end > 0)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n')
            {
                break;
            }

            end--;
        }

        stream.SetLength(end);
    }

    private void Take(string file)
    {
        if (!System.IO.File.Exists(file))
        {
            return;
        }

        foreach (var prediction in PredictionSet.Read(System.IO.File.OpenRead(file), file).All)
        {
            if (prediction.Model != model)
            {
                var other = prediction.Model is { } name ? $"by \"{name}\"" : "by a model that is not named";
                throw new DatasetFormatException(file, $"it holds predictions made {other}, and this run is of \"{model}\"; name another file, or remove this one");
            }

            byId.TryAdd(prediction.Id, prediction);
        }
    }
}
