namespace Itdr;

/// <summary>What a tolerant reading overlooked in a text.</summary>
/// <param name="Kind">The kind of repair.</param>
/// <param name="Position">Where it was needed, in UTF-16 code units from the start of the text.</param>
/// <param name="Cost">How far the text was from the label's form; 0 and up.</param>
public readonly record struct Repair(RepairKind Kind, int Position, double Cost);
