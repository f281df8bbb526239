using Cellar;
using Itdr;

Wine[] cellar = [new("Alta", "Malbec", 2019), new("Borea, \"old\"", "Riesling", 2021)];
var task = new WinePairing("trout with lemon", 4, cellar, "something light");
Console.WriteLine(task.ToPrompt());

var label = task.ToLabel(new WinePairing.Answer(cellar[1], "Its acidity answers the lemon.", 85));
Console.WriteLine(label);

var parsed = WinePairing.Parse(task, label);
Console.WriteLine(ReferenceEquals(parsed.Value.Choice, cellar[1]) && parsed.Repairs.IsEmpty);

// A recommender of the app's own: it asks nobody and always answers with this text.
IRecommender recommender = new Scripted(label);
var answer = await recommender.PairAsync(task);
Console.WriteLine($"{answer.Value.Choice.Name} {answer.Value.Percent}");
Console.WriteLine(Cellar.SubtaskCatalog.All[0].Id);

internal sealed class Scripted(string text) : IRecommender
{
    public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer> =>
        Task.FromResult(new AnswerResult<TAnswer>(TSubtask.Parse((TSubtask)task, text), text));
}
