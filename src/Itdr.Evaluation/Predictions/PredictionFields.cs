namespace Itdr.Evaluation;

/// <summary>The names of the fields of a prediction in its file.</summary>
internal static class PredictionFields
{
    public const string Id = "id";
    public const string Text = "text";
    public const string TemplateHash = "templateHash";
    public const string Model = "model";
}
