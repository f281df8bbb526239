namespace Itdr;

/// <summary>
/// One slot of an answer: what is known of it when the declaration is compiled. Each kind of slot holds both
/// directions, how its value is written into a label and how it is read back, so that they cannot drift apart.
/// </summary>
public abstract class AnswerSlot
{
    private protected AnswerSlot(string name, TextEnd end)
    {
        Name = name;
        EndsBefore = end;
    }

    /// <summary>The name of the property that holds the slot's value.</summary>
    public string Name { get; }

    /// <summary>The name of the slot in JSON: <see cref="Name"/> in camel case.</summary>
    public string JsonName => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Name);

    /// <summary>What the slot holds.</summary>
    public abstract AnswerSlotKind Kind { get; }

    /// <summary>Whether an answer may lack the slot.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The metrics declared on the slot itself.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>What follows the slot in the answer's text.</summary>
    public TextEnd EndsBefore { get; }

    /// <summary>The task's property that the slot's value comes from: the candidates or the scale; null for a slot that stands alone.</summary>
    public virtual string? Source => null;

    private protected AnswerRefusedException Refuse(string reason) => new(Name, reason);
}
