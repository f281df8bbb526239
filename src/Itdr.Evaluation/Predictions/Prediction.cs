namespace Itdr.Evaluation;

/// <summary>What a model wrote for one instance.</summary>
/// <param name="Id">The id of the instance.</param>
/// <param name="Text">The text, or null if the model gave none.</param>
/// <param name="TemplateHash">The template hash of the subtask that the model was asked with, or null if it was not noted.</param>
public sealed record Prediction(string Id, string? Text, string? TemplateHash = null)
{
    /// <summary>The name of the model or baseline that wrote it, or null if it was not noted.</summary>
    public string? Model { get; init; }
}
