using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>
/// Writes a predictions file: one object a line, <c>{"id":…,"text":…,"templateHash":…,"model":…}</c>. The stream stays open and
/// belongs to the caller; call <see cref="Flush"/> at the end.
/// </summary>
/// <param name="stream">Where the bytes go.</param>
public sealed class PredictionWriter(Stream stream) : IDisposable
{
    private readonly JsonLinesWriter lines = new(stream);

    /// <summary>Writes one prediction.</summary>
    /// <param name="prediction">The prediction.</param>
    public void Write(Prediction prediction)
    {
        var json = lines.Json;
        json.WriteStartObject();
        json.WriteString(PredictionFields.Id, prediction.Id);
        json.WriteString(PredictionFields.Text, prediction.Text);
        if (prediction.TemplateHash is { } hash)
        {
            json.WriteString(PredictionFields.TemplateHash, hash);
        }

        if (prediction.Model is { } model)
        {
            json.WriteString(PredictionFields.Model, model);
        }

        json.WriteEndObject();
        lines.EndLine();
    }

    /// <summary>Hands everything written to the stream.</summary>
    public void Flush() => lines.Flush();

    /// <summary>Gives the writer back; what was not flushed is lost.</summary>
    public void Dispose() => lines.Dispose();
}
