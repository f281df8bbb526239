using CsCheck;

namespace Itdr.Tests.Constraints;

public sealed class PythonFormsTests
{
    [PythonFact]
    public void Python_reads_the_regular_expression_and_the_schema_as_dotnet_does()
    {
        var cases = AnswerCases.Any.Where(answer => answer.Label is not null)
            .SelectMany(answer => AnswerCases.Near(answer.Label!).Array[4].Select(texts => (answer, texts)))
            .Array[300].Single();
        var accepted = PythonForms.Accept(cases.Select(one => (one.answer.Constraint, (string[])[.. one.texts, one.answer.Label!], (string[])[one.answer.Json, "{\"more\":1}"])));
        Assert.Equal(cases.Length, accepted.Count);
        foreach (var ((answer, texts), answers) in cases.Zip(accepted))
        {
            var forms = new Forms(answer.Constraint);
            Assert.Equal([.. texts.Select(forms.RegexMatches), true, true, false], answers);
        }
    }
}
