using System.ComponentModel.DataAnnotations;
using Itdr;

namespace Cellar;

[Fragment("{Name}")]
[Fragment("{Name}, {Grape} {Year}", Format = "label")]
public sealed record Wine(string Name, string Grape, int Year);

[Subtask("wine-pairing", Method = "Pair")]
[Instruction("Choose the wine that suits a dish, say why in one sentence, and how sure you are.")]
[Prompt("""
    A table of {Guests} orders {Dish}{?Wish} and wishes for {Wish}{/Wish}.
    The cellar has:
    {Cellar:label}
    """)]
public sealed partial record WinePairing(
    string Dish,
    int Guests,
    [List(ListStyle.Bulleted)] IReadOnlyList<Wine> Cellar,
    string? Wish = null)
{
    [Answer("""
        {Choice}
        Why: {Reason}
        Sure: {Percent}%
        """)]
    public sealed partial record Answer(
        [ChosenFrom(nameof(Cellar))] Wine Choice,
        string Reason,
        [Range(0, 100)] int Percent);
}
