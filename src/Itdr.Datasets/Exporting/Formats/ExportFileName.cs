using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>How training files are called.</summary>
internal static class ExportFileName
{
    /// <summary>The name of a split's rows, as trainers know them.</summary>
    public static string Of(Split split) => $"itdr_{split.Name()}";
}
