using System.Runtime.InteropServices;

namespace LLama.Native;

/// <summary>The functions of llama.h, build b9842, that are used.</summary>
internal static unsafe partial class LLamaLibrary
{
    public const string Name = "llama";

    [LibraryImport(Name)]
    public static partial long llama_max_devices();

    [LibraryImport(Name)]
    public static partial void llama_backend_init();

    [LibraryImport(Name)]
    public static partial byte llama_supports_gpu_offload();

    [LibraryImport(Name)]
    public static partial void llama_log_set(delegate* unmanaged[Cdecl]<int, byte*, nint, void> callback, nint user);

    [LibraryImport(Name)]
    public static partial ModelLoadParams llama_model_default_params();

    [LibraryImport(Name)]
    public static partial LLamaContextParams llama_context_default_params();

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint llama_model_load_from_file(string path, ModelLoadParams parameters);

    [LibraryImport(Name)]
    public static partial void llama_model_free(nint model);

    [LibraryImport(Name)]
    public static partial nint llama_init_from_model(nint model, LLamaContextParams parameters);

    [LibraryImport(Name)]
    public static partial void llama_free(nint context);

    [LibraryImport(Name)]
    public static partial int llama_model_n_ctx_train(nint model);

    [LibraryImport(Name)]
    public static partial int llama_model_n_layer(nint model);

    [LibraryImport(Name)]
    public static partial int llama_model_n_swa(nint model);

    [LibraryImport(Name)]
    public static partial ulong llama_model_n_params(nint model);

    [LibraryImport(Name)]
    public static partial byte llama_model_is_recurrent(nint model);

    [LibraryImport(Name)]
    public static partial byte llama_model_has_encoder(nint model);

    [LibraryImport(Name)]
    public static partial nint llama_model_get_vocab(nint model);

    [LibraryImport(Name)]
    public static partial byte* llama_model_chat_template(nint model, byte* name);

    [LibraryImport(Name)]
    public static partial int llama_model_meta_count(nint model);

    [LibraryImport(Name)]
    public static partial int llama_model_meta_key_by_index(nint model, int index, byte* buffer, nuint size);

    [LibraryImport(Name)]
    public static partial int llama_model_meta_val_str_by_index(nint model, int index, byte* buffer, nuint size);

    [LibraryImport(Name)]
    public static partial int llama_chat_apply_template(byte* template, ChatMessage* messages, nuint count, byte addAssistant, byte* buffer, int length);

    [LibraryImport(Name)]
    public static partial int llama_vocab_n_tokens(nint vocabulary);

    [LibraryImport(Name)]
    public static partial int llama_vocab_bos(nint vocabulary);

    [LibraryImport(Name)]
    public static partial int llama_vocab_eos(nint vocabulary);

    [LibraryImport(Name)]
    public static partial int llama_vocab_eot(nint vocabulary);

    [LibraryImport(Name)]
    public static partial byte llama_vocab_get_add_bos(nint vocabulary);

    [LibraryImport(Name)]
    public static partial int llama_vocab_get_attr(nint vocabulary, int token);

    [LibraryImport(Name)]
    public static partial byte llama_vocab_is_control(nint vocabulary, int token);

    [LibraryImport(Name)]
    public static partial byte llama_vocab_is_eog(nint vocabulary, int token);

    [LibraryImport(Name)]
    public static partial int llama_token_to_piece(nint vocabulary, int token, byte* buffer, int length, int leadingToStrip, byte special);

    [LibraryImport(Name)]
    public static partial int llama_tokenize(nint vocabulary, byte* text, int length, int* tokens, int most, byte addSpecial, byte parseSpecial);

    [LibraryImport(Name)]
    public static partial int llama_decode(nint context, NativeBatch batch);

    [LibraryImport(Name)]
    public static partial float* llama_get_logits_ith(nint context, int row);

    [LibraryImport(Name)]
    public static partial uint llama_n_ctx(nint context);

    [LibraryImport(Name)]
    public static partial uint llama_n_batch(nint context);

    [LibraryImport(Name)]
    public static partial uint llama_n_ubatch(nint context);

    [LibraryImport(Name)]
    public static partial uint llama_n_seq_max(nint context);

    [LibraryImport(Name)]
    public static partial nint llama_get_memory(nint context);

    [LibraryImport(Name)]
    public static partial byte llama_memory_can_shift(nint memory);

    [LibraryImport(Name)]
    public static partial void llama_memory_clear(nint memory, byte data);

    [LibraryImport(Name)]
    public static partial byte llama_memory_seq_rm(nint memory, int sequence, int from, int to);

    [LibraryImport(Name)]
    public static partial void llama_memory_seq_cp(nint memory, int source, int target, int from, int to);

    [LibraryImport(Name)]
    public static partial int llama_memory_seq_pos_max(nint memory, int sequence);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint llama_adapter_lora_init(nint model, string path);

    [LibraryImport(Name)]
    public static partial void llama_adapter_lora_free(nint adapter);

    [LibraryImport(Name)]
    public static partial int llama_set_adapters_lora(nint context, nint* adapters, nuint count, float* scales);

    /// <summary>llama_chat_message.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ChatMessage
    {
        public byte* Role;
        public byte* Content;
    }
}
