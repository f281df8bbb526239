using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>The variables that hold the texts of a task's candidates.</summary>
internal static class CandidateVariables
{
    /// <summary>Renders them where no text is read.</summary>
    private const string Render = "global::Itdr.CandidateTexts.Render";

    /// <summary>Declares one for each list of candidates and format that the answer's slots use.</summary>
    public static Dictionary<CandidatesModel, string> Declare(SourceWriter source, AnswerModel answer, LocalNames locals, string render = Render)
    {
        var variables = new Dictionary<CandidatesModel, string>();
        foreach (var candidates in answer.Slots.Select(slot => slot.Candidates).Where(candidates => candidates is not null).Distinct())
        {
            var variable = locals.For(candidates!.Property);
            variables.Add(candidates, variable);
            source.Line(Declaration(candidates, variable, render));
        }

        return variables;
    }

    /// <summary>Declares the variable of one list.</summary>
    public static string Declaration(CandidatesModel candidates, string variable, string render = Render)
    {
        var writer = candidates.Writer is null ? "" : $", {candidates.Writer}";
        return $"using var {variable} = {render}(task.{candidates.Identifier}{writer});";
    }
}
