using CustomSubtask;
using Itdr.Evaluation;

// 1. A task with its data, and the prompt that the generator's code writes of it.
var task = Agency.Client;
Screen.Section("The prompt", GhostLodging.Descriptor.UserTurn(task.ToPrompt()));

// 2. The label: what a model is trained to answer, and what the parser expects.
var castle = task.Vacant.Single(house => house.Name == "Castle Grimm");
Screen.Section("A label", task.ToLabel(new GhostLodging.Answer(castle, Moans: 5)));

// 3. What chat models write instead. Each thing that the parser overlooks is a repair, with its place in the text.
Screen.Section("A chatty answer, read", GhostLodging.Parse(task, """
    Boo! What a delightful client. I would suggest:

    **castle grimm**
    moans: 4.

    Happy haunting!
    """));

// 4. What could mean two things, or something that is not there, is refused.
Screen.Section("Hesitation, refused", GhostLodging.Parse(task, "Castle Grimm or The Old Playhouse\nMoans: 4"));
Screen.Section("A house that is not vacant, refused", GhostLodging.Parse(task, "Draughty Abbey\nMoans: 5"));
Screen.Section("More moans than there are, refused", GhostLodging.Parse(task, "Castle Grimm\nMoans: 11"));

// 5. No model at hand? A baseline answers the same typed call. It has never heard of ghosts: it knows the descriptor.
var baseline = BaselineCatalog.Fit("mixed", TrainingEvidence.From(GhostLodging.Descriptor, Agency.Housed));
Screen.Section("The baseline says", await baseline.FindHauntAsync(task));

// 6. A model of yours, if its GGUF file is named: dotnet run -- MODEL.gguf [FOLDER OF LLAMA.CPP'S LIBRARIES]
return args is [var model, .. var rest] ? await LocalModel.AnswerAsync(task, model, rest.FirstOrDefault()) : 0;
