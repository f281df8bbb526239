namespace Itdr.Datasets.Exporting;

/// <summary>One row as text.</summary>
/// <param name="Id">The id of the instance.</param>
/// <param name="Subtask">The id of its subtask.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="Instruction">The fixed instruction; empty if there is none or it is not wanted.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="Label">The label.</param>
internal readonly record struct ExportRow(string Id, string Subtask, string Source, string Instruction, string Prompt, string Label)
{
    /// <summary>The user's turn: instruction and prompt, which every format gives the model alike.</summary>
    public string Turn => Instruction.Length > 0 ? $"{Instruction}\n{Prompt}" : Prompt;
}
