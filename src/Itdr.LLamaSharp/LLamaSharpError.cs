namespace Itdr.LLamaSharp;

/// <summary>Why a model in process cannot be used.</summary>
public enum LLamaSharpError
{
    /// <summary>There is no file of that name.</summary>
    FileMissing,

    /// <summary>The file is not a GGUF file, or of a version that is not known.</summary>
    NotGguf,

    /// <summary>The GGUF file ends too early.</summary>
    Truncated,

    /// <summary>The GGUF file holds something else than a language model that writes text.</summary>
    NotAModel,

    /// <summary>The model's architecture is not known to this llama.cpp.</summary>
    UnknownArchitecture,

    /// <summary>llama.cpp refused the model for another reason, which the message tells.</summary>
    LoadFailed,

    /// <summary>The file holds no adapter of low rank.</summary>
    NotAnAdapter,

    /// <summary>The adapter was made for another model.</summary>
    OtherModel,

    /// <summary>llama.cpp makes no context: there is no memory for it, or it refuses it for a reason that the message tells.</summary>
    NoMemory,

    /// <summary>A GPU was asked for and is not used.</summary>
    NoGpu,

    /// <summary>llama.cpp's native libraries cannot be found or loaded.</summary>
    NativesMissing,

    /// <summary>The native libraries are of another build of llama.cpp than LLamaSharp is made for.</summary>
    NativesMismatch,

    /// <summary>The native libraries of this process were chosen before, and otherwise.</summary>
    NativesChosen,

    /// <summary>llama.cpp does not know the model's chat template.</summary>
    UnknownTemplate,
}
