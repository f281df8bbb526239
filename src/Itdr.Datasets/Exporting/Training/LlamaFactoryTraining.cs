using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>The training of a model by LLaMA-Factory.</summary>
internal static class LlamaFactoryTraining
{
    /// <summary>Writes it.</summary>
    public static void Write(OutputFolder folder, TrainedModel model, IReadOnlyList<Split> splits, LongestRow longest)
    {
        using var file = new TrainingFile(folder, model, "llamafactory-cli train");
        file.Part("Model");
        file.Value("model_name_or_path", model.Repository, "the paper's model");
        if (model.HasOwnCode)
        {
            file.Value("trust_remote_code", "true", "the model comes with code of its own");
        }

        file.Value("template", model.Template, model.Template == "glm4" ? TrainingFile.Paper : "LLaMA-Factory's template for the model");
        WriteMethod(file);
        file.Part("Data");
        file.Value("dataset_dir", ".", $"{LlamaFactoryInfo.FileName} is here");
        file.Value("dataset", ExportFileName.Of(Split.Train), "this export");
        file.Cutoff("cutoff_len", longest, model);
        WriteCourse(file, model);
        if (splits.Contains(Split.Validation))
        {
            file.Part("To watch the loss on val while training, which the paper's command does not, take the marks off");
            file.Line($"# eval_dataset: {ExportFileName.Of(Split.Validation)}");
            file.Line("# eval_strategy: steps");
            file.Line("# eval_steps: 500");
            file.Line("# per_device_eval_batch_size: 1");
        }
    }

    private static void WriteMethod(TrainingFile file)
    {
        file.Part("Method");
        file.Value("stage", "sft", TrainingFile.Paper);
        file.Value("do_train", "true", TrainingFile.Paper);
        file.Value("finetuning_type", "lora", TrainingFile.Paper);
        file.Value("lora_target", "all", TrainingFile.Untold);
        file.Value("lora_rank", "8", TrainingFile.Untold);
        file.Value("lora_alpha", "16", TrainingFile.Untold);
        file.Value("lora_dropout", "0.0", TrainingFile.Untold);
        file.Value("train_on_prompt", "false", $"{TrainingFile.Untold}: the loss is that of the label alone");
    }

    private static void WriteCourse(TrainingFile file, TrainedModel model)
    {
        file.Part("Course");
        file.Value("per_device_train_batch_size", "1", TrainingFile.Paper);
        file.Value("gradient_accumulation_steps", "8", TrainingFile.Paper);
        file.Value("learning_rate", "1.0e-4", TrainingFile.Paper);
        file.Value("lr_scheduler_type", "cosine", TrainingFile.Paper);
        file.Value("warmup_ratio", "0.0", TrainingFile.Untold);
        file.Value("num_train_epochs", "2.0", TrainingFile.Paper);
        file.Value("bf16", "true", TrainingFile.Paper);
        file.Value("seed", "42", TrainingFile.Untold);
        file.Value("logging_steps", "100", TrainingFile.Paper);
        file.Value("save_steps", "500", TrainingFile.Paper);
        file.Value("output_dir", $"saves/{model.Name}", "any folder");
    }
}
