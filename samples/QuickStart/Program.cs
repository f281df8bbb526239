using Itdr;
using Itdr.Datasets;
using Itdr.Instances;
using Itdr.Subtasks;
using QuickStart;

// Everything below stays in a folder of its own, which is removed at the end.
using var work = new WorkFolder();

// 1. Raw files in MovieLens' own two formats. With real ones, leave this step out and name their folders.
DatasetSynthesizer.Write(new SynthesisOptions { Source = "movielens-1m", Output = work["ml-1m"], Users = 150 });
DatasetSynthesizer.Write(new SynthesisOptions { Source = "movielens-32m", Output = work["ml-32m"], Users = 150 });

// 2. An instruction dataset from them: sampled, split by user, every label proved to read back.
var report = DatasetBuilder.Build(new BuildOptions
{
    Sources = [new SourceInput("movielens-1m", work["ml-1m"]), new SourceInput("movielens-32m", work["ml-32m"])],
    Output = work["dataset"],
    Extra = true,
});

// 3. One instance of it: data first, text as a view.
var file = InstanceFolder.Open(work["dataset"]).Files.First(file => file.Name.Subtask == "top-k" && file.Name.Source == "movielens-32m");
using var instances = file.Open(TopKRecommendation.Descriptor);
var (task, answer) = instances.ReadAll().Select(instance => (instance.Task, instance.Answer!)).First();
var label = task.ToLabel(answer);
Screen.Section("The prompt", TopKRecommendation.Descriptor.UserTurn(task.ToPrompt()));
Screen.Section("The label", label);

// 4. Back from text to values: the very items of the task, or a failure that says where and why.
var best = TopKRecommendation.Parse(task, label).Value.Ranking[0];
Screen.Section("The first place, parsed", $"{best.Title} (item {best.Id}, the task's own instance: {task.Candidates.Any(item => ReferenceEquals(item, best))})");

var chatty = TopKRecommendation.Parse(task, $"Sure! Here is the ranking:\n\n{label.Replace(". ", ") ", StringComparison.Ordinal)}\n\nEnjoy!");
Screen.Section("As a chat model might write it", $"same ranking: {chatty.Value == answer}, repairs: {string.Join(", ", chatty.Repairs.Select(repair => repair.Kind))}");

// 5. A typed call. A recommender is anything that answers tasks; this one answers from memory, a model comes in its place.
IRecommender recommender = new FromMemory(label);
var result = await recommender.RankAsync(task);
Screen.Section("recommender.RankAsync(task)", string.Join(" > ", result.Value.Ranking.Take(3).Select(item => item.Title)) + " > …");

// 6. What was built.
Screen.Table(report);
