using System.ComponentModel.DataAnnotations;

namespace Itdr.Subtasks.Tests;

/// <summary>A subtask whose answer has a slot of every kind, one behind the other.</summary>
[Subtask("several-slots")]
[Instruction("Choose, rank and say why.")]
[Prompt("{Candidates}")]
public sealed partial record SeveralSlots([List(ListStyle.Bulleted)] IReadOnlyList<string> Candidates)
{
    [Answer("""
        best: {Best}
        all:
        {All}
        why: {Reason}
        {?Sure}sure: {Sure}%{/Sure}
        """)]
    public sealed partial record Answer(
        [ChosenFrom(nameof(Candidates))] string Best,
        [RankedFrom(nameof(Candidates)), List(ListStyle.Bulleted)] IReadOnlyList<string> All,
        string Reason,
        [Range(0, 100)] int? Sure = null);
}
