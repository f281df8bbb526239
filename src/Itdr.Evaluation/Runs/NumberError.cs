namespace Itdr.Evaluation;

/// <summary>How far one predicted number is off.</summary>
/// <param name="Slot">The name of the slot.</param>
/// <param name="Known">The known number.</param>
/// <param name="Error">The predicted number less the known one.</param>
public readonly record struct NumberError(string Slot, double Known, double Error);
