namespace Itdr.Generators.Model;

/// <summary>An enumeration that a subtask uses.</summary>
/// <param name="Field">The generated field that holds its values and texts.</param>
/// <param name="TypeName">The enumeration, as generated code names it.</param>
/// <param name="Members">Its members, one for each value.</param>
internal sealed record ClosedSetModel(string Field, string TypeName, EquatableArray<ClosedSetMember> Members);

/// <summary>A member of an enumeration.</summary>
/// <param name="Identifier">It, as an identifier.</param>
/// <param name="Text">What prompts, labels and JSON know it by.</param>
internal sealed record ClosedSetMember(string Identifier, string Text);
