using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>The training of a model by axolotl, with the settings that LLaMA-Factory has in the paper.</summary>
internal static class AxolotlTraining
{
    /// <summary>Writes it.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="model">The model.</param>
    /// <param name="rows">The name of the file with the rows of a split.</param>
    /// <param name="splits">The splits that have rows.</param>
    /// <param name="longest">The longest row.</param>
    public static void Write(OutputFolder folder, TrainedModel model, Func<Split, string> rows, IReadOnlyList<Split> splits, LongestRow longest)
    {
        using var file = new TrainingFile(folder, model, "axolotl train");
        file.Part("Model");
        file.Value("base_model", model.Repository, "the paper's model");
        if (model.HasOwnCode)
        {
            file.Value("trust_remote_code", "true", "the model comes with code of its own");
        }

        file.Value("chat_template", model.ChatTemplate, model.ChatTemplate == "tokenizer_default" ? "the template that comes with the model" : "the template of the model's family, since the model has none");
        WriteMethod(file);
        file.Part("Data");
        file.Line("datasets:");
        WriteRows(file, rows(Split.Train));
        file.Cutoff("sequence_len", longest, model);
        file.Value("sample_packing", "false", "LLaMA-Factory does not pack either");
        WriteCourse(file, model);
        if (splits.Contains(Split.Validation))
        {
            file.Part("To watch the loss on val while training, which the paper's command does not, take the marks off");
            file.Line("# test_datasets:");
            WriteRows(file, rows(Split.Validation), "# ");
            file.Line("# eval_steps: 500");
        }
    }

    private static void WriteRows(TrainingFile file, string path, string mark = "")
    {
        file.Line($"{mark}  - path: {path}  # this export");
        file.Line($"{mark}    ds_type: json");
        file.Line($"{mark}    split: train  # all of the file, as axolotl calls it");
        file.Line($"{mark}    type: chat_template");
        file.Line($"{mark}    field_messages: {RowForms.Messages}");
        file.Line($"{mark}    roles_to_train: [assistant]  # the loss is that of the label alone");
    }

    private static void WriteMethod(TrainingFile file)
    {
        file.Part("Method");
        file.Value("adapter", "lora", TrainingFile.Paper);
        file.Value("lora_target_linear", "true", TrainingFile.Untold);
        file.Value("lora_r", "8", TrainingFile.Untold);
        file.Value("lora_alpha", "16", TrainingFile.Untold);
        file.Value("lora_dropout", "0.0", TrainingFile.Untold);
        file.Value("train_on_inputs", "false", TrainingFile.Untold);
    }

    private static void WriteCourse(TrainingFile file, TrainedModel model)
    {
        file.Part("Course");
        file.Value("micro_batch_size", "1", TrainingFile.Paper);
        file.Value("gradient_accumulation_steps", "8", TrainingFile.Paper);
        file.Value("learning_rate", "0.0001", TrainingFile.Paper);
        file.Value("lr_scheduler", "cosine", TrainingFile.Paper);
        file.Value("optimizer", "adamw_torch", TrainingFile.Untold);
        file.Value("weight_decay", "0.0", TrainingFile.Untold);
        file.Value("warmup_steps", "0", TrainingFile.Untold);
        file.Value("num_epochs", "2", TrainingFile.Paper);
        file.Value("bf16", "true", TrainingFile.Paper);
        file.Value("seed", "42", TrainingFile.Untold);
        file.Value("logging_steps", "100", TrainingFile.Paper);
        file.Value("save_steps", "500", TrainingFile.Paper);
        file.Value("output_dir", $"saves/{model.Name}", "any folder");
    }
}
